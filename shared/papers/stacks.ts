/** First the official face, then what systems bring, then open faces with every character of a name: never a box. */
export const stacks = {
  title:
    '"方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "Noto Serif SC", "Noto Serif CJK SC", "SimSun", serif',
  text: '"仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "Zhuque Fangsong", "FandolFang", "LXGW WenKai", "Noto Serif CJK SC", serif',
  kai: '"楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "LXGW WenKai", "Noto Serif CJK SC", serif',
  hei: '"黑体", "SimHei", "STHeiti", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
  number: '"宋体", "SimSun", "STSong", "Noto Serif SC", "Noto Serif CJK SC", serif',
} as const

/** Digits and Latin letters. */
export const latin = '"Times New Roman", "Liberation Serif"'
