/** Who is in the server, by role, the application among them. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { Avatar } from '../chat/avatar.ts'
import { usePage, useWords } from '../page.ts'
import type { MemberView } from '../shapes.ts'
import { serverHere, usePicked } from '../state.ts'

export function Members(): VNode | null {
  const { store } = usePage()
  const words = useWords()
  const servers = usePicked(store, state => state.servers)
  const channelId = usePicked(store, state => state.channelId)
  const server = serverHere({ ...store.get(), servers, channelId })
  if (server === undefined) return null
  const roles = server.roles.filter(one => one.id !== server.id && !one.managed)
  const groups = [
    ...roles.map(role => ({
      name: role.name,
      members: server.members.filter(one => !one.bot && firstRole(one, roles) === role.id),
    })),
    { name: words.members, members: server.members.filter(one => !one.bot && firstRole(one, roles) === undefined) },
    { name: words.apps, members: server.members.filter(one => one.bot) },
  ].filter(one => one.members.length > 0)
  return html`<aside class="members" aria-label=${words.members}>
    ${groups.map(group => html`<h3>${group.name} — ${group.members.length}</h3><ul>${group.members.map(one => html`<${Member} key=${one.id} member=${one} />`)}</ul>`)}
  </aside>`
}

function firstRole(member: MemberView, roles: readonly { id: string }[]): string | undefined {
  return roles.find(role => member.roleIds.includes(role.id))?.id
}

function Member({ member }: { member: MemberView }): VNode {
  const { store } = usePage()
  const words = useWords()
  const isOnline = usePicked(store, state => !member.bot || state.bot.connected)
  return html`<li class="member ${isOnline ? '' : 'offline'}">
    <span class="presence"><${Avatar} id=${member.id} name=${member.displayName} bot=${member.bot} size="small" /><span class="dot" aria-hidden="true"></span></span>
    <span class="member-name">${member.displayName}</span>
    ${member.bot && html`<span class="app-mark">${words.app}</span>`}
  </li>`
}
