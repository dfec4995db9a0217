import type { Area } from '../lib/area.ts'
import { BallotScreen } from './BallotScreen.tsx'
import { ballotCommands } from './commands.ts'

export const ballotArea: Area = { screens: { ballot: BallotScreen }, commands: ballotCommands }
