import type { MemberKind } from '../../contract/roster.ts'

/** What members of the standing committee are called in it, after the body's name. */
export const committeeTitles: Readonly<Record<MemberKind, string>> = {
  chair: '主任',
  'vice-chair': '副主任',
  'secretary-general': '秘书长',
  ordinary: '委员',
}
