import { useState } from 'react'
import {
  defaultTemplates,
  readTemplate,
  shownTemplate,
  slotsFor,
  type TemplateKey,
} from '../../shared/papers/templates.ts'
import { useT } from '../lib/i18n.ts'
import { Button, Row, Select, Stack, TextArea } from '../ui/index.ts'
import type { Part } from './part.ts'

/** The office's own wording of one of several sentences. */
export const TemplateFields = ({
  keys,
  value,
  save,
}: Part & { keys: readonly [TemplateKey, ...TemplateKey[]] }) => {
  const t = useT()
  const [key, setKey] = useState<TemplateKey>(keys[0])
  return (
    <Stack>
      {keys.length > 1 ? (
        <Select<TemplateKey>
          label={t('papers.template.which')}
          value={key}
          options={keys.map((name) => ({
            value: name,
            label: t(`papers.template.name.${name}`),
          }))}
          onChange={(name) => {
            if (name) setKey(name)
          }}
        />
      ) : null}
      <Sentence key={key} name={key} value={value} save={save} />
    </Stack>
  )
}

const Sentence = ({ name, value, save }: Part & { name: TemplateKey }) => {
  const t = useT()
  const stored = value.templates[name]
  const [typed, setTyped] = useState(shownTemplate(stored))
  const put = (text: string) => save({ templates: { ...value.templates, [name]: text } })
  const slots = slotsFor(name)
    .map((slot) => shownTemplate(`{${slot}}`))
    .join('')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const text = readTemplate(typed.trim())
        if (text !== '' && text !== stored) put(text)
      }}
    >
      <Stack>
        <TextArea
          label={t(`papers.template.name.${name}`)}
          hint={t('papers.template.hint', { slots })}
          value={typed}
          onChange={setTyped}
          rows={name === 'duties' ? 12 : 4}
        />
        <Row>
          <Button type="submit" size="s" tone="primary">
            {t('common.save')}
          </Button>
          {stored === defaultTemplates[name] ? null : (
            <Button
              size="s"
              icon="reset"
              onClick={() => {
                setTyped(shownTemplate(defaultTemplates[name]))
                put(defaultTemplates[name])
              }}
            >
              {t('papers.script.restore')}
            </Button>
          )}
        </Row>
      </Stack>
    </form>
  )
}
