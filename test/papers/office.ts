/** LibreOffice and poppler as measuring tools: never part of the product. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const soffice = process.env['YIXI_SOFFICE'] ?? 'soffice'

export type Workshop = {
  /** Word files in by name, PDF paths out by name. One run of LibreOffice for all. */
  convert: (files: Readonly<Record<string, Uint8Array>>) => Record<string, string>
  close: () => void
}

/** A folder of its own with its own LibreOffice profile. `fonts`: the only font files that are to exist. */
export const openWorkshop = (fonts?: readonly string[]): Workshop => {
  const home = mkdtempSync(join(tmpdir(), 'yixi-papers-'))
  const env = {
    ...process.env,
    HOME: home,
    ...(fonts ? { FONTCONFIG_FILE: onlyFonts(home, fonts) } : {}),
  }
  return {
    convert: (files) => {
      const paths = Object.entries(files).map(([name, bytes]) => {
        const path = join(home, `${name}.docx`)
        writeFileSync(path, bytes)
        return path
      })
      const profile = `-env:UserInstallation=${pathToFileURL(join(home, 'profile')).href}`
      const order = ['--headless', '--convert-to', 'pdf', '--outdir', home]
      execFileSync(soffice, [profile, ...order, ...paths], { env, stdio: 'pipe' })
      return Object.fromEntries(Object.keys(files).map((name) => [name, join(home, `${name}.pdf`)]))
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}

const onlyFonts = (home: string, fonts: readonly string[]): string => {
  const folder = join(home, 'fonts')
  mkdirSync(folder)
  for (const font of fonts) symlinkSync(font, join(folder, basename(font)))
  const config = join(home, 'fonts.conf')
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>`,
  )
  return config
}

/** Files of the fonts a pattern of fontconfig names. */
export const fontFiles = (pattern: string): string[] =>
  execFileSync('fc-list', ['-f', '%{file}\n', pattern], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '')

export type Line = { x: number; right: number; y: number; text: string }

const box = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gsu
const word = />([^<]*)<\/word>/gu

/** Lines of each page with their places in points from the top left, top to bottom. */
export const pagesOf = (pdf: string): Line[][] =>
  execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8' })
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(box)]
        .map(([, x, y, right, , inner]) => ({
          x: Number(x),
          right: Number(right),
          y: Number(y),
          text: [...(inner ?? '').matchAll(word)].map((match) => match[1]).join(' '),
        }))
        .sort((a, b) => a.y - b.y || a.x - b.x),
    )

/** All text of a file, without the spaces and breaks the layout brought. */
export const bareText = (pdf: string): string =>
  execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s/gu, '')

export type Ink = { top: number; bottom: number; left: number; right: number }

const dpi = 300
const perMm = dpi / 25.4
const dark = 140

/** One page as shades of grey, 0 black. */
const greyPage = (
  pdf: string,
  page: number,
): { width: number; height: number; pixels: Uint8Array } => {
  const at = ['-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, '-gray']
  const file = execFileSync('pdftoppm', [...at, pdf], { maxBuffer: 1 << 28 })
  const header = /^P5\s(\d+)\s(\d+)\s\d+\s/u.exec(file.subarray(0, 40).toString('latin1'))
  const [, width, height] = (header ?? []).map(Number)
  if (header === null || !width || !height) throw new Error(`no picture of page ${page}`)
  return { width, height, pixels: file.subarray(header[0].length) }
}

/** Where ink lies on a page, from and to heights and left of `before`, in millimetres; undefined where there is none. */
export const inkOf = (
  pdf: string,
  page: number,
  from: number,
  to: number,
  before = 210,
): Ink | undefined => {
  const { width, height, pixels } = greyPage(pdf, page)
  const ink = { top: Infinity, bottom: -1, left: Infinity, right: -1 }
  const edge = Math.min(width, Math.round(before * perMm))
  const last = Math.min(height, Math.round(to * perMm))
  for (let y = Math.round(from * perMm); y < last; y++) {
    for (let x = 0; x < edge; x++) {
      if ((pixels[y * width + x] ?? 255) >= dark) continue
      ink.top = Math.min(ink.top, y)
      ink.bottom = Math.max(ink.bottom, y)
      ink.left = Math.min(ink.left, x)
      ink.right = Math.max(ink.right, x)
    }
  }
  if (ink.bottom < 0) return undefined
  const mm = (pixels: number): number => pixels / perMm
  return {
    top: mm(ink.top),
    bottom: mm(ink.bottom + 1),
    left: mm(ink.left),
    right: mm(ink.right + 1),
  }
}

/** How many points of a page (at 300 dpi) are pale: a mark behind the text, no text itself. */
export const paleInk = (pdf: string, page: number): number => {
  const { pixels } = greyPage(pdf, page)
  return pixels.reduce((count, grey) => count + Number(grey >= 200 && grey <= 235), 0)
}
