import { useState } from 'react'
import {
  defaultFormulas,
  formulaKeys,
  readFormula,
  shownFormula,
  type FormulaKey,
} from '../../shared/papers/script.ts'
import type { PaperSettings } from '../../shared/papers/settings.ts'
import { useT } from '../lib/i18n.ts'
import { Button, Row, Segmented, Select, Stack, TextArea } from '../ui/index.ts'

type Script = PaperSettings['script']
type Change = (script: Script) => void

/** How the script is set, and the body's own sentences for every session. */
export const ScriptFields = ({ script, save }: { script: Script; save: Change }) => {
  const t = useT()
  const [key, setKey] = useState<FormulaKey>('greeting')
  return (
    <Stack>
      <div>
        <h3>{t('papers.script.size')}</h3>
        <Segmented<Script['size']>
          label={t('papers.script.size')}
          value={script.size}
          options={[
            { value: 'largest', label: t('papers.script.largest') },
            { value: 'large', label: t('papers.script.large') },
          ]}
          onChange={(size) => save({ ...script, size })}
        />
      </div>
      <Select<FormulaKey>
        label={t('papers.script.sentence')}
        value={key}
        options={formulaKeys.map((name) => ({
          value: name,
          label: t(`papers.script.formula.${name}`),
        }))}
        onChange={(name) => {
          if (name) setKey(name)
        }}
      />
      <Sentence key={key} name={key} script={script} save={save} />
    </Stack>
  )
}

/** One sentence as the office writes it, with its slots in braces. */
const Sentence = ({ name, script, save }: { name: FormulaKey; script: Script; save: Change }) => {
  const t = useT()
  const stored = script.formulas[name]
  const [typed, setTyped] = useState(shownFormula(stored))
  const put = (text: string) => save({ ...script, formulas: { ...script.formulas, [name]: text } })
  const restore = () => {
    setTyped(shownFormula(defaultFormulas[name]))
    put(defaultFormulas[name])
  }
  const keep = () => {
    const text = readFormula(typed.trim())
    if (text !== '' && text !== stored) put(text)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Stack>
        <TextArea
          label={t('papers.script.sentenceText')}
          hint={t('papers.script.slots')}
          value={typed}
          onChange={setTyped}
          rows={4}
        />
        <Row>
          <Button type="submit" size="s" tone="primary">
            {t('common.save')}
          </Button>
          {stored === defaultFormulas[name] ? null : (
            <Button size="s" icon="reset" onClick={restore}>
              {t('papers.script.restore')}
            </Button>
          )}
        </Row>
      </Stack>
    </form>
  )
}
