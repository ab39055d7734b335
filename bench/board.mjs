import { fill, median, signUp, withBrowser } from "./browser.mjs"

const REQUESTS = 60

/** One organization that grows: how long its board takes, and how a column of 5,000 scrolls. */
export function measureBoard() {
  return withBrowser(async (context) => {
    const page = await signUp(context)
    const sizes = []
    await fill(page, [1, 1, 1, 1, 1, 1])
    sizes.push({ cards: 6, ...await time(page) })
    await fill(page, [9, 9, 9, 9, 9, 9])
    sizes.push({ cards: 60, ...await time(page) })
    await fill(page, [4_940])
    sizes.push({ cards: 5_000, ...await time(page) })
    return { sizes, column: await scroll(page) }
  })
}

async function time(page) {
  const address = page.url()
  const request = async () => {
    const started = performance.now()
    const answer = await page.request.get(address)
    const bytes = (await answer.body()).length
    return { ms: performance.now() - started, bytes }
  }
  for (let i = 0; i < 10; i++) {
    await request()
  }
  const runs = []
  for (let i = 0; i < REQUESTS; i++) {
    runs.push(await request())
  }
  return { ms: median(runs.map(({ ms }) => ms)), bytes: runs[0].bytes }
}

async function scroll(page) {
  await page.reload()
  await page.evaluate(() => {
    const seen = { ids: new Set(), most: 0, frames: [], long: [] }
    const look = () => {
      const cards = document.querySelectorAll(".coluna:first-child .cartao")
      seen.most = Math.max(seen.most, document.querySelectorAll(".cartao").length)
      cards.forEach(({ id }) => seen.ids.add(id))
    }
    new MutationObserver(look).observe(document.getElementById("quadro"), { childList: true, subtree: true })
    look()
    let last = performance.now()
    const frame = (now) => {
      seen.frames.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    new PerformanceObserver((list) => seen.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "long-animation-frame" })
    window.seen = seen
  })
  await page.locator(".coluna__cartoes").first().hover()
  const total = Number(await page.locator("[data-parte='quantidade']").first().textContent())
  while (await page.evaluate(() => window.seen.ids.size) < total) {
    await page.mouse.wheel(0, 1_000)
    await page.waitForTimeout(30)
  }
  return page.evaluate(() => {
    const frames = window.seen.frames.toSorted((a, b) => a - b)
    return {
      cards: window.seen.ids.size,
      most: window.seen.most,
      frames: frames.length,
      p99: frames[Math.floor(frames.length * 0.99)],
      longest: frames.at(-1),
      over100: window.seen.long.filter((duration) => duration > 100).length,
    }
  })
}
