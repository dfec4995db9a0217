/**
 * Scrutineers who are themselves voted on and so must be replaced (rules.md §9-33, §8-38).
 * @returns their ids, in the order handed in
 */
export const excludedScrutineers = (
  scrutineerIds: readonly string[],
  concernedIds: readonly string[],
): string[] => scrutineerIds.filter((id) => concernedIds.includes(id))
