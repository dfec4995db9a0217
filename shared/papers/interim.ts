const digits = '零一二三四五六七八九'

export const toChineseNumeral = (n: number): string => {
  if (n < 10) return digits[n] ?? ''
  if (n < 20) return '十' + (n === 10 ? '' : toChineseNumeral(n - 10))
  if (n < 100)
    return digits[Math.floor(n / 10)] + '十' + (n % 10 === 0 ? '' : toChineseNumeral(n % 10))
  const rest = n % 100
  const tail =
    rest === 0
      ? ''
      : rest < 10
        ? '零' + toChineseNumeral(rest)
        : digits[Math.floor(rest / 10)] +
          '十' +
          (rest % 10 === 0 ? '' : toChineseNumeral(rest % 10))
  return digits[Math.floor(n / 100)] + '百' + tail
}

export const formatDate = (iso: string): string => {
  const [y, m, d] = iso.split('-').map(Number)
  return `${y}年${m}月${d}日`
}

export const padded = (name: string): string =>
  [...name].length === 2 ? [...name].join('\u3000') : name
