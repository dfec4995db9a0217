import { rules, typed } from './eslint.rules.mjs'

export default [...rules, ...typed]
