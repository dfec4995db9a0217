import { useCallback, useState } from 'react'
import type { Progress, Reply } from '../../shared/contract/index.ts'
import type { InputAt, MethodPath, OutputAt } from './client.ts'
import { useKernelCommand } from './kernel.ts'
import { useProgress } from './live.ts'

/** Methods that take time and are named by a `taskId` for progress and cancelling. */
export type TaskPath = {
  [P in MethodPath]: InputAt<P> extends { taskId: string } ? P : never
}[MethodPath]

type KernelTask<P extends TaskPath> = {
  run: (input: Omit<InputAt<P>, 'taskId'>) => Promise<Reply<OutputAt<P>>>
  pending: boolean
  progress: Progress | null
  cancel: () => void
}

let count = 0
const nextId = (): string => `${Date.now().toString(36)}-${(count += 1)}`

/** Runs a long task: progress while it runs, and a way to stop it. A failure becomes a notice. */
export const useKernelTask = <P extends TaskPath>(path: P): KernelTask<P> => {
  const command = useKernelCommand(path)
  const [taskId, setTaskId] = useState<string | null>(null)
  const progress = useProgress(taskId)
  const { run: call } = command
  const run = useCallback(
    (input: Omit<InputAt<P>, 'taskId'>) => {
      const id = nextId()
      setTaskId(id)
      return call({ ...input, taskId: id } as unknown as InputAt<P>)
    },
    [call],
  )
  const cancel = useCallback(() => {
    if (taskId !== null) window.yixi.cancel(taskId)
  }, [taskId])
  return { run, pending: command.pending, progress: command.pending ? progress : null, cancel }
}
