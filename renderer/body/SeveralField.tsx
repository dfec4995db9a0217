import { Checkbox } from '../ui/index.ts'
import { ruleValue } from './rules.ts'

/** Any number of choices out of a few, kept in the order they are offered. */
export const SeveralField = ({
  label,
  chosen,
  choices,
  onChange,
}: {
  label: string
  chosen: readonly string[]
  choices: readonly string[]
  onChange: (chosen: string[]) => void
}) => (
  <fieldset className="body-several">
    <legend>{label}</legend>
    {choices.map((choice) => (
      <Checkbox
        key={choice}
        label={ruleValue(choice)}
        checked={chosen.includes(choice)}
        onChange={(on) =>
          onChange(choices.filter((one) => (one === choice ? on : chosen.includes(one))))
        }
      />
    ))}
  </fieldset>
)
