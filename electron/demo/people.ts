import type { MemberKind } from '../../shared/contract/roster.ts'

/** Invented people of an invented city; nobody of this name in these offices is known to the makers. */
export type DemoMember = {
  name: string
  kind: MemberKind
  rank: number | null
  sex: 'female' | 'male'
  nationality: string
}

const ordinary =
  `丁若川 于小满 马知远 王一禾 王修竹 王立本 尹听澜 孔令辰 石开先 卢见微 叶松年 田守拙
冯润生 吕思齐 朱怀瑾 任远山 刘望舒 江映月 孙慎行 苏以宁 李拾光 李秉文 杨亦舟 何清越 沈遇安 宋知白 张弛 陈克己
陈素商 林深 周行健 郑重 钱有余`.split(/\s+/u)

const women = new Set('于小满 王一禾 江映月 苏以宁 陈素商 叶松年 许静姝 阿依努尔·买买提'.split(' '))
const nationalities = new Map([
  ['阿依努尔·买买提', '维吾尔族'],
  ['石开先', '土家族'],
])

const member = (name: string, kind: MemberKind, rank: number | null = null): DemoMember => ({
  name,
  kind,
  rank,
  sex: women.has(name) ? 'female' : 'male',
  nationality: nationalities.get(name) ?? '汉族',
})

export const demoMembers: readonly DemoMember[] = [
  member('高鹤年', 'chair', 1),
  ...['梁思衡', '许静姝', '阿依努尔·买买提', '欧阳敬之', '韩牧野'].map((name, index) =>
    member(name, 'vice-chair', index + 1),
  ),
  member('谢长庚', 'secretary-general', 1),
  ...ordinary.map((name) => member(name, 'ordinary')),
  member('䶮怀真', 'ordinary'),
]

/** A proposed list as a personnel office would send it. */
export const proposedList = `临江市人民代表大会常务委员会任免名单（草案）
决定免去：
陆明远的临江市数据局局长职务；
葛存义的临江市水利局局长职务。
决定任命：
欧阳文澜为临江市数据局局长；
范仲谦为临江市水利局局长；
祝新雨为临江市文化广电和旅游局局长。
任命：
邱砚秋为临江市监察委员会委员；
罗敬亭为临江市中级人民法院审判委员会委员、审判员；
韦立言、甘棠、霍春生为临江市中级人民法院审判员。
免去：
贺兰舟的临江市人民检察院检察员职务。
批准任命：
雷霁为临江市东山区人民检察院检察长。`

export const earlierList = `任命：
毕成章为临江市人民代表大会常务委员会法制工作委员会副主任。
决定任命：
季云帆为临江市人民政府副市长。
免去：
武思源的临江市中级人民法院审判员职务。`
