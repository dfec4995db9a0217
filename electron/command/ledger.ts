import type { Client } from '../../shared/contract/index.ts'
import type { PostOn, TenureShown } from '../../shared/contract/ledger.ts'
import { widthOf } from '../../shared/papers/width.ts'
import { matchPost } from '../../shared/rules/appointment/post-names.ts'
import { answersPost } from '../../shared/rules/appointment/post-search.ts'
import { readDate } from '../../shared/rules/moment.ts'
import { bareName } from '../../shared/rules/names.ts'
import { barePost } from '../../shared/rules/posts.ts'
import { askData, json, needed, refused, text, value } from './data.ts'
import type { Io } from './io.ts'
import type { Call, Subcommand } from './subcommand.ts'

/** Columns a text takes in a terminal. */
const columnsOf = (line: string): number => widthOf(line) * 2

const aligned = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => columnsOf(row[at] ?? ''))),
  )
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - columnsOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const dayAsked = (call: Call): string => {
  const read = readDate(needed(call, 'date'))
  if ('error' in read) throw refused(`import.date.${read.error}`, { text: needed(call, 'date') })
  return read.date
}

const ofOrgan = async (
  client: Client,
  name: string,
  held: TenureShown[],
): Promise<TenureShown[]> => {
  const asked = barePost(name)
  const { organs } = value(await client.ledger.catalogue({}))
  const named = (fits: (organ: string) => boolean) =>
    organs.filter(({ versions }) =>
      versions.some((one) => fits(barePost(one.name)) || fits(barePost(one.shortName))),
    )
  const exact = named((organ) => organ === asked)
  const found = exact.length > 0 ? exact : named((organ) => organ.endsWith(asked))
  if (found.length === 0) throw refused('cli.ledger.no-organ', { name })
  const ids = new Set(found.map(({ id }) => id))
  return held.filter(({ organId }) => organId !== null && ids.has(organId))
}

const inPost = (name: string, posts: readonly PostOn[], held: TenureShown[], bodyName: string) => {
  const { postId } = matchPost(name, posts, bodyName)
  return held.filter((one) =>
    postId === null ? answersPost(one.postName, name) : one.postId === postId,
  )
}

/** Who held what at the close of the day, narrowed to what was asked for. */
const asked = async (client: Client, call: Call, on: string): Promise<TenureShown[]> => {
  const { organ, person, post } = call.values
  let held = value(await client.ledger.asOf({ on }))
  if (organ !== undefined) held = await ofOrgan(client, String(organ), held)
  if (person !== undefined)
    held = held.filter(({ personName }) => personName === bareName(String(person)))
  if (post !== undefined) {
    const bodyName = value(await client.body.get({}))?.name ?? ''
    held = inPost(String(post), value(await client.ledger.posts({ on })), held, bodyName)
  }
  return held
}

const basis = ({ by, source }: TenureShown, io: Io): string => {
  if (!by) return io.sentence({ key: `ledger.source.${source}` })
  const { termNumber: term, sessionNumber: session } = by
  const named = io.sentence({ key: 'cli.ledger.session', params: { term, session } })
  if (by.for === null) return named
  const params = { yes: by.for, base: by.base ?? 0 }
  return named + io.sentence({ key: 'cli.ledger.vote', params })
}

/** A holder whose resignation waits for approval is in office until then: said with the name. */
const holder = ({ personName, pendingBy }: TenureShown, io: Io): string =>
  pendingBy
    ? io.sentence({ key: 'cli.ledger.pending', params: { person: personName } })
    : personName

const table = (held: readonly TenureShown[], io: Io): string => {
  const head = ['post', 'person', 'from', 'by'].map((column) =>
    io.sentence({ key: `cli.ledger.column.${column}` }),
  )
  const rows = held.map((one) => [
    one.acting
      ? io.sentence({ key: 'cli.ledger.acting', params: { post: one.postName } })
      : one.postName,
    holder(one, io),
    one.fromOn ?? io.sentence({ key: 'cli.ledger.unknown' }),
    basis(one, io),
  ])
  return `${aligned([head, ...rows])}\n`
}

/**
 * `ledger as-of --data DIR --date D [--organ O] [--person P] [--post P] [--json]`: who held what at the close of a day.
 * Answers also while another program works on the folder.
 */
export const asOfCommand: Subcommand = {
  most: 0,
  options: {
    data: text,
    date: text,
    organ: text,
    person: text,
    post: text,
    json: { type: 'boolean' },
  },
  needs: ['data', 'date'],
  run: async (call, io) => {
    const on = dayAsked(call)
    const held = await askData(call, (client) => asked(client, call, on))
    if (call.values['json'] === true) await json(io, held)
    else if (held.length > 0) await io.write(table(held, io))
    else io.tell({ key: 'cli.ledger.nobody', params: { day: on } })
    return 0
  },
}
