// Polls a task until it is done, for clients that cannot hold a call open (wait-for-task can).
// Usage: node poll.js TASK_ID [INTERVAL_MS]
const BASE = `${process.env.SAFELIGHT_URL ?? "http://127.0.0.1:8080/api/v1"}/tools`

async function waitForTask(taskId: string, apiKey: string, intervalMs = 5000) {
  const headers = { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" }
  for (let i = 0; i < 60; i++) {
    await new Promise((r) => setTimeout(r, intervalMs))
    const res = await fetch(`${BASE}/get-task-status/execute`, {
      method: "POST",
      headers,
      body: JSON.stringify({ taskId }),
    }).then((r) => r.json())
    if (res.data.status === "COMPLETED") return res.data.output
    if (res.data.status === "FAILED") throw new Error(res.data.error?.message ?? "Task failed")
  }
  throw new Error("Timed out waiting for task")
}

const [taskId, intervalMs] = process.argv.slice(2)
const output = await waitForTask(taskId, process.env.SAFELIGHT_API_KEY!, Number(intervalMs ?? 5000))
console.log(JSON.stringify(output))
