import type { Area } from './define.ts'

export const safety = {} satisfies Area
