// What the page imports: a client of two calls, and the loop that the page itself prints.
type ExecutedTool = { status: string; results: { fileId: string }[] };
type VideoGenApiClient = typeof client;

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(process.env.URL + path, {
    method,
    headers: {
      Authorization: `Bearer ${process.env.KEY}`,
      "Content-Type": "application/json",
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

export const client = {
  tools: {
    generateImage: (input: object) => call("POST", "/v1/tools/generate-image", input),
    getToolExecutionInfo: ({ toolExecutionId }: { toolExecutionId: string }) =>
      call("GET", `/v1/tools/executions/${toolExecutionId}`),
  },
};

// As printed from here on.
export async function pollExecutedTool(
  client: Pick<VideoGenApiClient, "tools">,
  toolExecutionId: string,
  options?: { pollIntervalMs?: number; signal?: AbortSignal },
): Promise<ExecutedTool> {
  const pollIntervalMs = options?.pollIntervalMs ?? 1500;

  while (true) {
    options?.signal?.throwIfAborted();
    const executed = await client.tools.getToolExecutionInfo({ toolExecutionId });

    if (["succeeded", "failed", "cancelled"].includes(executed.status)) {
      return executed;
    }

    await new Promise((r) => setTimeout(r, pollIntervalMs));
  }
}
