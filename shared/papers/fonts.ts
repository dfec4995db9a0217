/** Named after the faces of GB/T 9704: 仿宋 for text, 楷体, 黑体. */
export type Face = 'text' | 'kai' | 'hei'

/** Font names by role. Papers name them and embed none: layout does not depend on which is found. */
export type Fonts = Record<Face | 'title' | 'number' | 'latin', string>

export const fontSchemes = {
  /** The faces the standard names, as offices install them. */
  standard: {
    title: '方正小标宋简体',
    text: '仿宋_GB2312',
    kai: '楷体_GB2312',
    hei: '黑体',
    number: '宋体',
    latin: 'Times New Roman',
  },
  /** What every Chinese Windows brings. */
  windows: {
    title: '宋体',
    text: '仿宋',
    kai: '楷体',
    hei: '黑体',
    number: '宋体',
    latin: 'Times New Roman',
  },
} as const satisfies Record<string, Fonts>

export type FontScheme = keyof typeof fontSchemes

/** What a machine without the official faces should take instead (w:altName in fontTable.xml). */
export const fallbackNames: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  仿宋: 'FangSong',
  楷体: 'KaiTi',
  黑体: 'SimHei',
  宋体: 'SimSun',
}
