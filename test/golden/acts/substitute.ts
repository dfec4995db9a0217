/** Other names, places and posts put into a text in place of its own, with the acts to match. */
import type { Expected, GoldenText } from './corpora.ts'

/** Numbers from 0 up to 1, the same ones for the same seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number

const pick = <T>(random: Random, list: readonly T[]): T => {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

const surnames = [
  ...'何余陈庄张周卢俞孔徐王康艾熊李刘田金郭程贾茆吴闵叶詹花梁朱秦高马纪肖蓝姜谢楼宋薛郑谭林缪侯孟赵董吕申章路邢苑买夏许沈汤傅季戴潘蒋左孙于杜杨邹恽袁沙葛黄冯容平姚伍房封靳胡虢任和江安常向令计时方国史文党方石钱武游古柏池包云成司冷明东从宗官岑危',
]
const given = [
  ...'荣庆青信华强河霞仁生安涛恒洁江春伟智瑞杰毅辉泰平祥永丽静东立敏宁光山松健琳明为峰岳晓远诚礼文慧云川建和德宏国康颖志林海达珊勇娟柏长刚义',
]
const compound = ['欧阳', '司马', '上官', '诸葛', '皇甫', '夏侯']
const minority = [
  '买合木提·吐尔逊江',
  '阿不都热合曼·买买提',
  '艾力·和田',
  '古丽·阿不都拉',
  '努尔兰·阿布都满金',
  '哈力木拉提·长江',
]

const newName = (random: Random): string => {
  const kind = random()
  if (kind < 0.02) return pick(random, minority)
  const first = pick(random, given)
  const second = random() < 0.2 ? '' : pick(random, given)
  return (kind < 0.04 ? pick(random, compound) : pick(random, surnames)) + first + second
}

/** A name's characters with the blanks a printed list may set between them. */
const spaced = (name: string): RegExp => new RegExp([...name].join('([ \\t\\n\\u3000]*)'), 'gu')

/** Stands behind the blank that parted a name's characters. */
const inner = '\uf8ff'

const overlaps = (name: string, others: readonly string[]): boolean =>
  others.some((other) => other.includes(name) || name.includes(other))

const actsWith = (acts: readonly Expected[], rewrite: (act: Expected) => Expected): Expected[] =>
  acts.map((act) => rewrite(act))

/**
 * Gives every person of the acts another name, the same one everywhere.
 * Out: undefined when some name cannot be told apart in the text.
 */
export const withOtherNames = (
  { id, form, text, acts }: GoldenText,
  random: Random,
): GoldenText | undefined => {
  const persons = [...new Set(acts.flatMap((act) => act.persons))].sort(
    (a, b) => b.length - a.length,
  )
  const renamed = new Map<string, string>()
  let written = text
  for (const [at, person] of persons.entries()) {
    if (person.length < 2) return undefined
    let name = newName(random)
    while (written.includes(name) || overlaps(name, [...renamed.values(), ...persons]))
      name = newName(random)
    renamed.set(person, name)
    const slot = String.fromCharCode(0xe000 + at)
    const replaced = written.replace(spaced(person), (_, ...groups: unknown[]) => {
      const gap = groups.find((one) => typeof one === 'string' && /^\s+$/u.test(one))
      return typeof gap === 'string' ? `${slot}${gap}${inner}` : slot
    })
    if (replaced === written) return undefined
    written = replaced
  }
  persons.forEach((person, at) => {
    const name = renamed.get(person) ?? ''
    const slot = String.fromCharCode(0xe000 + at)
    const [first = '', ...rest] = [...name]
    written = written
      .replace(new RegExp(`${slot}(\\s+)${inner}`, 'gu'), (_, gap: string) =>
        name.length === 2 || gap.includes('\n') ? first + gap + rest.join('') : name,
      )
      .replaceAll(slot, name)
  })
  return {
    id,
    form,
    text: written,
    acts: actsWith(acts, (act) => ({
      ...act,
      persons: act.persons.map((person) => renamed.get(person) ?? person),
    })),
  }
}

const placeNames: Readonly<Record<string, readonly string[]>> = {
  省: ['河北省', '江西省', '海南省', '青海省', '安徽省', '黑龙江省', '浙江省'],
  市: '大同市 同江市 宜春市 长春市 安阳市 平凉市 任丘市 和田市 如皋市 江油市 明光市 永州市 东方市 石家庄市 齐齐哈尔市 平顶山市 呼和浩特市 长沙市 乐山市 信阳市 建德市 仁怀市 双河市 文昌市 敦化市 河源市 当阳市'.split(
    ' ',
  ),
  区: '和平区 任城区 长宁区 河东区 江北区 青山区 安宁区 永定区 海州区 大通区 平山区 文峰区 建华区 康巴什区 林芝区 达拉特区 中原区 市中区 城关区 连云区 雨花台区 和政区 郊区 德城区'.split(
    ' ',
  ),
  县: '和县 犍为县 赵县 祥云县 安平县 明水县 江安县 永年县 青川县 文县 礼县 石林县 长泰县 东平县 建宁县 义县 庆云县 和林格尔县 德江县 信丰县 平和县 成县 孟村回族自治县 大厂回族自治县 峨边彝族自治县'.split(
    ' ',
  ),
  州: '海西蒙古族藏族自治州 延边朝鲜族自治州 恩施土家族苗族自治州 和田州 凉山彝族自治州'.split(' '),
  旗: '土默特左旗 乌审旗 达拉特旗 阿荣旗 四子王旗 鄂伦春自治旗'.split(' '),
  盟: ['兴安盟', '锡林郭勒盟', '阿拉善盟'],
  街道: '和平街道 长江街道 任家庄街道 永安街道 免渡河街道 文明路街道 城关街道'.split(' '),
}

const leadingPlace =
  /^(\p{Script=Han}{1,9}?)(街道|省|市|区|县|州|旗|盟|镇)(?![省市区县州旗委]|人民法庭)/u
const noPlace =
  /^(?:全|本|该|副|代|人民|中级|[一二三四五六七八九十第]+|高新|.*(?:政府|委员会|法院|局|人大|办))/u

/** The places the posts of the acts begin with, one under another: 福建省, 莆田市. */
const placesOf = (acts: readonly Expected[]): Map<string, string> => {
  const places = new Map<string, string>()
  for (const post of acts.flatMap((act) => act.post.split('、'))) {
    let rest = post
    for (let match = leadingPlace.exec(rest); match; match = leadingPlace.exec(rest)) {
      if (noPlace.test(match[1] ?? '')) break
      places.set(match[0], match[2] ?? '')
      rest = rest.slice(match[0].length)
    }
  }
  return places
}

const inText = (text: string, words: ReadonlyMap<string, string>): string => {
  if (words.size === 0) return text
  const sorted = [...words.keys()].sort((a, b) => b.length - a.length)
  return text.replace(new RegExp(sorted.join('|'), 'gu'), (word) => words.get(word) ?? word)
}

/** Gives every place the posts begin with another name of its level. */
export const withOtherPlaces = (golden: GoldenText, random: Random): GoldenText => {
  const moved = new Map<string, string>()
  for (const [place, level] of placesOf(golden.acts)) {
    // A text in traditional characters names its places otherwise than its acts.
    if (golden.text.includes(place)) moved.set(place, pick(random, placeNames[level] ?? [place]))
  }
  return {
    ...golden,
    text: inText(golden.text, moved),
    acts: actsWith(golden.acts, (act) => ({ ...act, post: inText(act.post, moved) })),
  }
}

const offices =
  '财政局局长 公安局局长 发展和改革委员会主任 卫生健康委员会主任 人力资源和社会保障局局长 农业农村局局长 退役军人事务局局长 司法局局长 自然资源和规划局局长 教育体育局局长 审计局局长 应急管理局局长 外事办公室主任 国有资产监督管理委员会主任 住房和城乡建设局局长 民族宗教事务局局长 科学技术局局长 交通运输局局长 文化广电和旅游局局长 行政审批服务局局长 人民政府办公室主任 人民政府秘书长 人民政府副秘书长 乡村振兴局局长 信访局局长 人民法院副院长 人民法院审判员 人民法院审判委员会委员 人民法院刑事审判庭庭长 人民法院民事审判第一庭副庭长 人民法院立案庭庭长 人民法院综合审判庭副庭长 人民法院长江人民法庭庭长 人民法院和平人民法庭副庭长 人民法院执行局局长 人民法院执行裁判庭庭长 人民法院人民陪审员 中级人民法院审判监督庭庭长 人民检察院副检察长 人民检察院检察委员会委员 人民检察院检察员 监察委员会副主任 监察委员会委员 人民代表大会常务委员会副秘书长 人大常委会办公室主任 人大常委会办公室副主任 人大常委会研究室主任 人大常委会法制工作委员会主任 人大常委会预算工作委员会副主任 人大常委会代表资格审查委员会委员 人大常委会人事代表工作委员会主任 人大社会建设委员会副主任委员 人大法制委员会委员 人大财政经济委员会副主任委员 人大常委会和平街道工作委员会主任 人大常委会长江街道工作委员会副主任 第八届人民代表大会常务委员会代表资格审查委员会副主任委员 第十六届人民代表大会农业与农村委员会委员'.split(
    ' ',
  )

/** Gives appointments and removals other posts of the same place. */
export const withOtherPosts = (golden: GoldenText, random: Random): GoldenText => {
  const { text, acts } = golden
  const changed = new Map<string, string>()
  for (const { act, post } of acts) {
    if (act !== 'appoint' && act !== 'remove') continue
    for (const one of post.split('、')) {
      const place = leadingPlace.exec(one)?.[0]
      if (place === undefined || noPlace.test(place.slice(0, -1)) || one.length < 7) continue
      if (!/(?:[长员]|主任)$/u.test(one) || one.includes('代理') || !text.includes(one)) continue
      let office = pick(random, offices)
      while (text.includes(place + office) || [...changed.values()].includes(place + office))
        office = pick(random, offices)
      changed.set(one, place + office)
    }
  }
  return {
    ...golden,
    text: inText(text, changed),
    acts: actsWith(acts, (act) => ({
      ...act,
      post: act.post
        .split('、')
        .map((one) => changed.get(one) ?? one)
        .join('、'),
    })),
  }
}
