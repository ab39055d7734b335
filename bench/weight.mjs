import { signIn, withBrowser } from "./browser.mjs"

/** What a board costs a browser that has nothing of it: headers included, as Chromium counts them. */
export function measureWeight(email, settled) {
  return withBrowser(async (context) => {
    const page = await signIn(context, email)
    const cdp = await context.newCDPSession(page)
    await cdp.send("Network.enable")
    await cdp.send("Network.clearBrowserCache")
    const traffic = { requests: 0, bytes: 0, phone: false }
    cdp.on("Network.requestWillBeSent", ({ request }) => {
      traffic.requests++
      traffic.phone ||= request.url.includes("libwebphone")
    })
    cdp.on("Network.loadingFinished", ({ encodedDataLength }) => { traffic.bytes += encodedDataLength })
    await page.reload()
    await page.getByText(settled).waitFor()
    await page.waitForLoadState("networkidle")
    return traffic
  })
}
