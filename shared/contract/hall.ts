import { z } from 'zod'
import { command, keep, query } from './define.ts'
import { Id, Rev } from './fields.ts'
import type { Reply } from './define.ts'

/** The hall (会场) sees one screen, the chair's table (主席台) another. */
export const hallScreens = ['hall', 'podium'] as const
export type HallScreen = (typeof hallScreens)[number]

/** What the clerk can put on the hall screen by hand; everything else follows the sitting by itself. */
export const Shown = z.discriminatedUnion('scene', [
  z.object({ scene: z.literal('welcome') }),
  z.object({ scene: z.literal('attendance') }),
  z.object({ scene: z.literal('adjourned') }),
  z.object({ scene: z.literal('item'), itemId: Id }),
  z.object({ scene: z.literal('list'), itemId: Id }),
  z.object({ scene: z.literal('question'), questionId: Id }),
  z.object({ scene: z.literal('result'), questionId: Id }),
])
export type Shown = z.infer<typeof Shown>

export type HallTheme = 'dark' | 'light'

/** How the hall is built: what letters have to be read across it. */
export type HallSettings = {
  /** Metres from the screen to the last row. */
  distance: number
  /** Centimetres. */
  width: number
  height: number
  theme: HallTheme
  rev: number
}

/** How a frame is drawn, worked out from the settings. */
export type Look = {
  /** Smallest letter, as a part of the screen's width. */
  letter: number
  /** Width over height. */
  aspect: number
  theme: HallTheme
}

export type Figure = { label: string; value: number }
export type Tone = 'good' | 'bad' | 'plain'
export type ListRow = { name: string; post: string; verdict: string; tone: Tone }
export type Countdown = {
  /** Local moment `YYYY-MM-DDTHH:mm:ss`. */
  startedAt: string
  /** 0 is without a limit. */
  limitSeconds: number
  extraSeconds: number
  /** Words for what is left and for what is over. */
  left: string
  over: string
}

/** What stands in the middle of the screen. Every word of it is ready: the page draws and knows nothing else. */
export type Scene =
  | { scene: 'welcome'; title: string; lines: string[] }
  | { scene: 'attendance'; title: string; figures: Figure[]; note: string }
  | { scene: 'item'; label: string; title: string; note: string }
  | { scene: 'question'; title: string; method: string; note: string }
  /** `pressed` only while a secret vote by keypads is open: how many, never who or what. */
  | {
      scene: 'voting'
      title: string
      method: string
      prompt: string
      pressed: { label: string; count: number; of: number } | null
    }
  | {
      scene: 'result'
      title: string
      figures: Figure[]
      /** The totals in words where they say more than the figures: of papers, of consent. */
      tally: string
      verdict: string
      tone: Tone
      /** The verdict with its arithmetic. */
      sentence: string
      /** Set on a correction: that it is one, and what was announced before. */
      correction: { label: string; before: string } | null
    }
  | { scene: 'list'; title: string; page: number; pages: number; rows: ListRow[] }
  | { scene: 'speech'; label: string; name: string; title: string; countdown: Countdown }
  | { scene: 'adjourned'; title: string; lines: string[] }
  | { scene: 'blank' }
  | {
      scene: 'podium'
      now: Line
      next: Line
      /** What the chair says next. */
      cue: Line
      margin: Line & { tone: Tone }
      speech: { label: string; name: string; countdown: Countdown } | null
    }
export type Line = { label: string; text: string }
export type SceneName = Scene['scene']

export type Frame = Scene & {
  /** Two frames with the same `rev` look the same. */
  rev: string
  /** The kernel's clock when the frame was given, epoch milliseconds: countdowns run by it. */
  at: number
  screen: HallScreen
  frozen: boolean
  /** Watermark of a rehearsal; null in earnest. */
  rehearsal: string | null
  head: { left: string; right: string }
  foot: { left: string; right: string }
  look: Look
  /** What the page says by itself when its source is gone. */
  lost: string
}

export type HallState = {
  /** The sitting shown; null is the one under way. */
  sittingId: string | null
  /** Put there by hand and still standing; null follows the sitting. */
  shown: Shown | null
  /** How far back one went, 0 is not at all; `canGoBack` while there is something before. */
  back: number
  canGoBack: boolean
  frozen: boolean
  blank: boolean
  /** Page of a list, 1-based. */
  page: number
  pages: number
}

/** The two functions a host gives to the hall page: nothing else of the kernel can be reached from there. */
export type HallBridge = {
  frame: (screen: HallScreen) => Promise<Reply<Frame>>
  /** Told whenever another frame may be ready; returns the function that unsubscribes. */
  on: (listener: () => void) => () => void
}

export const hall = {
  /** What a screen shows now. The only method a hall page may call. */
  frame: query<Frame>()(z.object({ screen: z.enum(hallScreens).default('hall') })),
  state: query<HallState>()(z.object({})),
  /**
   * Changes what the hall sees. What is put there by hand (`shown`, `back`) stands until something happens in the
   * sitting: a vote opened or locked, a speech, another item. `shown: null` follows the sitting again.
   */
  set: keep<HallState>()(
    z.object({
      sittingId: Id.nullable().optional(),
      shown: Shown.nullable().optional(),
      frozen: z.boolean().optional(),
      blank: z.boolean().optional(),
      page: z.int().min(1).max(999).optional(),
      back: z.int().min(0).max(999).optional(),
    }),
  ),
  settings: query<HallSettings>()(z.object({})),
  /** Refused where the screen is too small to be read from that far. */
  saveSettings: command<HallSettings>()(
    z.object({
      rev: Rev,
      distance: z.number().min(2).max(100),
      width: z.number().min(40).max(4000),
      height: z.number().min(30).max(3000),
      theme: z.enum(['dark', 'light']),
    }),
  ),
}
