import { bareName } from '../../../shared/rules/names.ts'
import { simplifiedLetters } from '../../../shared/acts/traditional.ts'

/** Letters of names that stand for one another in careless writing; each pair's second is what both become. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  (
    '堃坤 喆哲 昇升 陞升 甦苏 镕熔 珮佩 仝同 祐佑 峯峰 羣群 炜伟 玮伟 晧皓 皜皓 赟斌 彬斌 煊暄 萱宣 瑄宣 翀冲 冨富 寗宁 甯宁 ' +
    '邨村 勣绩 蹟迹 湧涌 喦岩 嵒岩 峩峨 澂澄 煖暖 廻回 徧遍 覩睹 己已 巳已 戌戊 戍戊 袆祎 颖颍 侯候 付傅 肖萧 闫阎'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
)

/**
 * What is left of a name when the ways of writing it no longer count: spaces, dots, traditional letters, and letters
 * often taken for one another. Two names with one key may be one person's.
 */
export const variantKey = (name: string): string =>
  [...simplifiedLetters(bareName(name)).replaceAll('·', '')]
    .map((letter) => lookAlikes.get(letter) ?? letter)
    .join('')
