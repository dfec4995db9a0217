import process from 'node:process'

/** What the launchers tell people, in both languages; `{x}` marks a value. */
const sentences = {
  installing: {
    zh: '正在按锁定文件安装依赖（首次约一分钟）……',
    en: 'Installing what the lock file names (about a minute the first time) …',
  },
  installFailed: {
    zh: '依赖安装未成功（npm ci 退出码 {code}）。请检查网络或 npm 镜像设置后重试。',
    en: 'Installing failed (npm ci ended with {code}). Check the network or the npm mirror and try again.',
  },
  noRuntime: {
    zh: '议席需要 Node 24；本机的 Node {version} 不能加载数据库组件。请安装 Node 24 后重试。',
    en: 'Yixi needs Node 24: the Node {version} found here cannot load the database binding. Install Node 24 and try again.',
  },
  building: { zh: '正在构建{what}……', en: 'Building {what} …' },
  buildFailed: { zh: '构建未成功：{what}。', en: 'Building {what} failed.' },
  fetchingElectron: {
    zh: '正在下载 Electron 运行时（{seconds} 秒无响应即放弃）……',
    en: "Fetching Electron's runtime (given up after {seconds} seconds of silence) …",
  },
  browserModeNoDisplay: {
    zh: '未检测到图形显示，以浏览器方式打开。',
    en: 'There is no display here, so the app opens in browser mode.',
  },
  browserModeNoElectron: {
    zh: '没有 Electron 运行时且未能下载，以浏览器方式打开同一应用。',
    en: "Electron's runtime is not here and could not be fetched, so the same app opens in browser mode.",
  },
  browserModeElectronFailed: {
    zh: 'Electron 无法在本机运行（退出码 {code}），以浏览器方式打开同一应用。',
    en: 'Electron cannot run here (it ended with {code}), so the same app opens in browser mode.',
  },
  openAddress: {
    zh: '请在本机浏览器中打开：{url}',
    en: 'Open this in a browser on this machine: {url}',
  },
  opened: {
    zh: '已在 {browser} 中打开；若未见窗口，请打开：{url}',
    en: 'Opened in {browser}; if no window shows, open: {url}',
  },
  hostFailed: {
    zh: '本机服务未能启动（退出码 {code}）。',
    en: 'The local host did not start (it ended with {code}).',
  },
  unknownOption: { zh: '不认识的选项：{option}', en: 'Unknown option: {option}' },
  optionNeedsValue: { zh: '选项 {option} 后面缺少内容。', en: '{option} needs a value.' },
  startUsage: {
    zh: '用法：npm start [-- --demo] [--data 文件夹] [--from 副本文件或文件夹] [--browser]',
    en: 'Usage: npm start [-- --demo] [--data FOLDER] [--from COPY] [--browser]',
  },
}

/** @typedef {keyof typeof sentences} SentenceKey */

/**
 * The language for people at this terminal: Chinese where the locale is Chinese, else English.
 * @param {Record<string, string | undefined>} env
 * @param {string} systemLocale BCP 47 tag of the operating system
 * @returns {'zh' | 'en'}
 */
export function terminalLanguage(env, systemLocale) {
  const posix = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^zh/i.test(posix) || (posix === '' && /^zh/i.test(systemLocale)) ? 'zh' : 'en'
}

/**
 * One sentence with its values filled in.
 * @param {SentenceKey} key
 * @param {Record<string, string | number>} [values]
 * @param {'zh' | 'en'} [language]
 */
export function sentence(key, values = {}, language = currentLanguage()) {
  return sentences[key][language].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))
}

/**
 * Says one sentence on stderr, so that stdout stays free for results.
 * @param {SentenceKey} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values) {
  process.stderr.write(`${sentence(key, values)}\n`)
}

function currentLanguage() {
  return terminalLanguage(process.env, Intl.DateTimeFormat().resolvedOptions().locale)
}
