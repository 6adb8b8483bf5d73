/** The part of `opencc-js` that is used: its own declarations import a file that this project’s module resolution does not find. */
declare module 'opencc-js/t2cn' {
  export function Converter(options: { readonly from: 't'; readonly to: 'cn' }): (text: string) => string
}
