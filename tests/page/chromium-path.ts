/** Where the browser of the page's tests is. */

export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
