/** Faults on order: which of the coming requests fail, and how. Knows patterns and counts; the HTTP server and the gateway carry them out. */

export type Failure =
  /** Answered with this status instead of being processed. */
  | { kind: 'status'; status: number; body?: unknown; retryAfterSeconds?: number; global?: boolean }
  /** Processed after this time. */
  | { kind: 'delay'; ms: number }
  /** The connection is cut before anything is processed. */
  | { kind: 'drop' }
  /** Processed, and then the connection is cut: the bot cannot know. */
  | { kind: 'lost-answer' }

export interface Order {
  id: number
  method: string | null
  /** A path such as `/channels/:channel/messages`, with `:x` or `*` for any segment and a final `**` for any rest. */
  path: string | null
  left: number
  failure: Failure
}

export interface Where {
  method?: string
  path?: string
  /** How many requests; all, if not given. */
  times?: number
}

export interface FaultOrders {
  /** The next matching requests are answered with this status, e.g. 500, 502, 403. */
  status(status: number, where?: Where, body?: unknown): Order
  /** The next matching requests get 429 with `retry_after`; `global` stops every route. */
  rateLimit(where?: Where & { retryAfterSeconds?: number; global?: boolean }): Order
  delay(ms: number, where?: Where): Order
  drop(where?: Where): Order
  loseAnswer(where?: Where): Order
  cancel(order: Order): void
  /** Takes back every order. */
  clear(): void
  orders(): readonly Order[]
  /** The failure of this request, counted as used. */
  take(method: string, path: string): Failure | undefined
}

export function makeFaultOrders(): FaultOrders {
  const orders: Order[] = []
  let lastId = 0
  const add = (failure: Failure, where: Where = {}): Order => {
    const order: Order = {
      id: ++lastId,
      method: where.method?.toUpperCase() ?? null,
      path: where.path ?? null,
      left: where.times ?? Number.POSITIVE_INFINITY,
      failure,
    }
    orders.push(order)
    return order
  }
  const remove = (order: Order): void => {
    const at = orders.findIndex(one => one.id === order.id)
    if (at >= 0) orders.splice(at, 1)
  }
  return {
    status: (status, where, body) => add({ kind: 'status', status, ...(body === undefined ? {} : { body }) }, where),
    rateLimit: (where = {}) =>
      add(
        {
          kind: 'status',
          status: 429,
          retryAfterSeconds: where.retryAfterSeconds ?? 0.5,
          global: where.global ?? false,
        },
        where,
      ),
    delay: (ms, where) => add({ kind: 'delay', ms }, where),
    drop: where => add({ kind: 'drop' }, where),
    loseAnswer: where => add({ kind: 'lost-answer' }, where),
    cancel: remove,
    clear: () => orders.splice(0),
    orders: () => orders,
    take(method, path) {
      if (orders.length === 0) return undefined
      const order = orders.find(
        one => (one.method === null || one.method === method) && (one.path === null || fits(one.path, path)),
      )
      if (order === undefined) return undefined
      order.left--
      if (order.left <= 0) remove(order)
      return order.failure
    },
  }
}

/** Does a path fit a pattern of segments? */
export function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const got = path.split('/')
  for (const [index, segment] of wanted.entries()) {
    if (segment === '**') return true
    const other = got[index]
    if (other === undefined) return false
    if (segment !== '*' && !segment.startsWith(':') && segment !== other) return false
  }
  return wanted.length === got.length
}
