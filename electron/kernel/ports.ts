import type { FormFacts } from '../../shared/contract/dossier.ts'
import type { Message } from '../../shared/contract/errors.ts'
import type { Workbook } from '../../shared/papers/after/workbook.ts'
import type { Paper } from '../../shared/papers/paper.ts'

/** A merged range, 1-based sheet rows and columns, ends included; its text stands in its first cell alone. */
export type MergedRange = { top: number; left: number; bottom: number; right: number }

/** A sheet as text, however it was stored. */
export type Sheet = {
  /** Rows of cell texts; dates as `YYYY-MM-DD` where the file says they are dates. */
  rows: string[][]
  /** 1-based sheet row of `rows[0]`. */
  firstLine: number
  /** Remarks on the file as a whole, e.g. that its second sheet was not read. */
  remarks: Message[]
  merged: MergedRange[]
}

/** What the file of a 任免审批表 says. */
export type FormRead = {
  facts: FormFacts
  /** `data:image/…;base64,…`, or null. */
  photo: string | null
  /** What was left out or is doubtful. */
  remarks: Message[]
}

/** A file handed over before; `overtaken`: something it speaks of was put right since. */
export type EarlierFile = { name: string; overtaken: boolean }

/** What the kernel needs of its host. Never an Electron type. */
export type Ports = {
  /** Bytes of an XLSX or CSV file to a sheet. Throws a `Refusal` with code `invalid` that names file, place and way out. */
  readSheet: (fileName: string, bytes: Uint8Array) => Promise<Sheet>
  /**
   * Bytes of a 任免审批表 (`.lrm`, with its picture beside it, or `.lrmx`). Throws a `Refusal` with code `invalid` that
   * names file, place and way out.
   */
  readForm: (
    fileName: string,
    bytes: Uint8Array,
    photo?: { name: string; bytes: Uint8Array },
  ) => Promise<FormRead>
  /** One paper as a DOCX file. */
  renderDocx: (paper: Paper) => Promise<Uint8Array>
  /** A workbook as an XLSX file. */
  renderWorkbook: (workbook: Workbook) => Promise<Uint8Array>
  /**
   * Puts files where the user wants them; `folder` null when the host does not know (a browser download). `earlier`:
   * what was made before of the same session, for whoever opens the folder to be told.
   */
  saveFiles: (
    files: { name: string; bytes: Uint8Array }[],
    earlier?: readonly EarlierFile[],
  ) => Promise<{ folder: string | null; cancelled: boolean }>
  /** Asks the user for a folder; null when none was chosen. Absent where the host has no dialogs. */
  chooseFolder?: () => Promise<string | null>
}

/** One line of the log. `detail` may name errors and times, never what a person voted. */
export type LogLine = {
  at: number
  level: 'info' | 'slow' | 'error'
  what: string
  detail?: string
}
export type Log = (line: LogLine) => void
