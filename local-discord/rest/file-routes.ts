/** Downloads of attachments, as Discord's CDN serves them. */
import { param, type Route } from './call.ts'
import { known, refusal } from './refusal.ts'

const download: Route = call => {
  const { world } = call.live
  const id = param(call, 'attachment')
  const bytes = world.files[id]
  const attachment =
    world.uploads[id] ??
    world.messages[param(call, 'channel')]?.flatMap(one => one.attachments).find(one => one.id === id)
  if (bytes === undefined || attachment === undefined || attachment.filename !== param(call, 'filename'))
    throw refusal(...known.notFound)
  return { status: 200, file: { bytes: Buffer.from(bytes, 'base64'), contentType: attachment.contentType } }
}

export const fileRoutes: Record<string, Route> = {
  'GET /attachments/:channel/:attachment/:filename': download,
}
