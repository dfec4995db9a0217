/**
 * A share of a body that must be reached. `strict` means «more than num/den» (过半数、过三分之二);
 * otherwise «num/den or more» (以上, which includes the number itself).
 */
export type Share = { num: number; den: number; strict: boolean }

/** 过半数：组织法 51③④. */
export const moreThanHalf: Share = { num: 1, den: 2, strict: true }

/**
 * How many heads `share` of `base` asks for.
 * @param base whole number, 0 or more
 * @returns whole number; «more than half» of 30 is 16, «a fifth or more» of 31 is 7
 */
export const neededOf = (share: Share, base: number): number => {
  const product = base * share.num
  return share.strict ? Math.floor(product / share.den) + 1 : Math.ceil(product / share.den)
}

/**
 * Whether a quorum share keeps to the legal floor, more than half of all members (组织法 51③), and can be met at
 * all (a share above the whole body cannot).
 */
export const isLawfulQuorum = ({ num, den, strict }: Share): boolean => {
  const aboveFloor = num * 2 > den || (num * 2 === den && strict)
  const reachable = num < den || (num === den && !strict)
  return aboveFloor && reachable
}
