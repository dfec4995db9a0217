import { useKernelQuery } from '../lib/kernel.ts'
import { useT } from '../lib/i18n.ts'
import { Loaded, Toasts } from '../ui/index.ts'
import { Announcer } from './Announcer.tsx'
import { FirstBody } from './FirstBody.tsx'
import { Overlays } from './Overlays.tsx'
import { usePanel } from './panels.ts'
import { Resume } from './Resume.tsx'
import { Shell } from './Shell.tsx'
import { SignOn } from './SignOn.tsx'
import { useShortcuts } from './useCommands.ts'

/** Who works comes first, then the body, then the page. */
export const App = () => {
  useT()
  return (
    <>
      <Doors />
      <Announcer />
      <Toasts />
    </>
  )
}

const Doors = () => {
  const operator = useKernelQuery('journal.operator', {})
  const body = useKernelQuery('body.get', {})
  const asked = usePanel((state) => state.signingOn)
  return (
    <Loaded query={operator}>
      {(name) =>
        name === null || asked ? (
          <SignOn />
        ) : (
          <Loaded query={body}>{(known) => (known === null ? <FirstBody /> : <Page />)}</Loaded>
        )
      }
    </Loaded>
  )
}

const Page = () => {
  useShortcuts()
  return (
    <Resume>
      <Shell />
      <Overlays />
    </Resume>
  )
}
