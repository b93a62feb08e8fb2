// The quickstart of the tools API, from a session to a file on the disk.
// SAFELIGHT_URL ends in /api/v1; SAFELIGHT_API_KEY is what `./safelight serve` printed first.
import { writeFile } from "node:fs/promises"

const API_KEY = process.env.SAFELIGHT_API_KEY!
const BASE = `${process.env.SAFELIGHT_URL ?? "http://127.0.0.1:8080/api/v1"}/tools`

async function tool<T = any>(name: string, input: Record<string, unknown>): Promise<T> {
  const res = await fetch(`${BASE}/${name}/execute`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${API_KEY}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify(input),
  })
  if (!res.ok) throw new Error(`${name} failed: ${res.status} ${await res.text()}`)
  const json = await res.json()
  return json.data
}

// 1. A session groups what belongs together.
const { sessionId } = await tool<{ sessionId: string }>("create-session", {
  title: "API session",
})

// 2. A submit answers at once, with the id of a task.
const { taskId } = await tool<{ taskId: string }>("generate-image-from-text", {
  workerId: sessionId,
  prompt: "A cat in space, photorealistic",
  aspectRatio: "1:1",
})

// 3. The server holds this call until the task is done.
const result = await tool<{ status: string; output?: { assetIds: string[] } }>(
  "wait-for-task",
  { taskId },
)

// 4. A signed address, good for an hour, that needs no key.
const { url } = await tool<{ url: string }>("download-asset", {
  assetId: result.output!.assetIds[0],
})

// 5. The file.
const file = process.argv[2] ?? "quickstart.png"
await writeFile(file, new Uint8Array(await (await fetch(url)).arrayBuffer()))
console.log("Result:", url)
console.log("Saved:", file)
