import type { Area } from './define.ts'

export const speech = {} satisfies Area
