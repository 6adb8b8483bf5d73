/** Finds the route of a method and a path: a tree of path segments, in which names go before parameters. */
import type { Route } from './call.ts'

interface Node {
  names: Map<string, Node>
  parameter?: { name: string; node: Node }
  routes: Map<string, { route: Route; pattern: string }>
}

export interface Found {
  route: Route
  /** The path as it is declared, such as `/channels/:channel/messages`. */
  pattern: string
  params: Record<string, string>
}

export type Router = (method: string, path: string) => Found | 'no-path' | 'no-method'

function emptyNode(): Node {
  return { names: new Map(), routes: new Map() }
}

/** Routes are declared as `'GET /channels/:channel'`. */
export function makeRouter(routes: Record<string, Route>): Router {
  const root = emptyNode()
  for (const [declared, route] of Object.entries(routes)) add(root, declared, route)
  return (method, path) => {
    const params: Record<string, string> = {}
    const node = descend(root, path.split('/').slice(1), 0, params)
    if (node === undefined) return 'no-path'
    const found = node.routes.get(method)
    return found === undefined ? 'no-method' : { ...found, params }
  }
}

function add(root: Node, declared: string, route: Route): void {
  const [method = '', pattern = ''] = declared.split(' ')
  let node = root
  for (const segment of pattern.split('/').slice(1)) {
    if (segment.startsWith(':')) {
      // Under one parent a parameter has one node, whatever routes call it; each route's name is kept in the node's.
      node.parameter ??= { name: segment.slice(1), node: emptyNode() }
      if (node.parameter.name !== segment.slice(1))
        throw new Error(`${declared}: this place of the path is called :${node.parameter.name} elsewhere`)
      node = node.parameter.node
    } else {
      const next = node.names.get(segment) ?? emptyNode()
      node.names.set(segment, next)
      node = next
    }
  }
  node.routes.set(method, { route, pattern })
}

function descend(
  node: Node,
  segments: readonly string[],
  at: number,
  params: Record<string, string>,
): Node | undefined {
  const segment = segments[at]
  if (segment === undefined) return node.routes.size > 0 ? node : undefined
  const named = node.names.get(segment)
  const byName = named === undefined ? undefined : descend(named, segments, at + 1, params)
  if (byName !== undefined) return byName
  if (node.parameter === undefined || segment === '') return undefined
  const found = descend(node.parameter.node, segments, at + 1, params)
  if (found !== undefined) params[node.parameter.name] = segment
  return found
}
