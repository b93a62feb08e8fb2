"""Every method of videogen 2.5.3 that has an operation here. Arguments: address and two keys:
one whose tasks the sandbox makes, and one whose tasks go to engines, of which some are absent;
seconds that the largest file plays; an address of the same API behind a line of 1 MiB a second."""
import http.server
import json
import queue
import sys
import threading
import time
import urllib.request

from videogen import (VideoGen, VideoGenError, create_public_preview, download_file,
                      get_hydrated_file, poll_executed_tool, upload_file,
                      verify_webhook_signature)

url, test_key, live_key = sys.argv[1:4]
# Of the largest file, for it is told how long it plays: 64 kB a second.
seconds = int(sys.argv[4])
slow_url = sys.argv[5]
client = VideoGen(api_key=test_key, base_url=url)
live = VideoGen(api_key=live_key, base_url=url)
slow = VideoGen(api_key=test_key, base_url=slow_url)
tools = client.tools


def refused(status, code, call, **arguments):
    try:
        call(**arguments)
    except VideoGenError as error:
        assert error.status == status, (call, error, error.body)
        assert error.body["code"] == code, (call, error.body)
        assert error.body["message"] in str(error), error
        assert error.request_id, error
        return
    raise AssertionError(f"{call} was not refused")


def a_sound(seconds):
    """A WAV of noise, 32,000 samples a second: any byte that is lost or doubled shows."""
    import io, random, wave
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(32_000)
        noise = random.Random(seconds)
        for _ in range(seconds):
            sound.writeframes(noise.randbytes(64_000))
    return out.getvalue()


def well(execution, tool_type):
    assert execution["status"] == "succeeded" and execution["tool_type"] == tool_type, execution
    assert execution["progress_percentage"] == 100 and execution["error"] is None, execution
    result = execution["results"][0]
    assert result["download_url"] and result["file"]["file_id"] == result["file_id"], result
    return result["file_id"]


def made(tool, tool_type, **arguments):
    return well(tool(poll_interval_ms=50, **arguments), tool_type)


started = tools.generate_image(prompt="A mountain at sunrise", quality="MAX", numResults=1)
image = well(
    poll_executed_tool(client, started["tool_execution_id"], poll_interval_ms=50),
    "GENERATE_IMAGE")
made(tools.generate_image_and_wait, "GENERATE_IMAGE", prompt="a",
     aspect_ratio={"width": 9, "height": 16}, image_file_ids=[image], hide_from_ui=True)
audio = made(tools.text_to_speech_and_wait, "TEXT_TO_SPEECH", tts_text="The picture is ready.",
             voice_id="vg_voic_any", voice_speed=1.1)
made(tools.generate_video_clip_and_wait, "GENERATE_VIDEO_CLIP", prompt="Waves",
     duration_seconds=2, quality="LOW")
made(tools.generate_sound_effect_and_wait, "GENERATE_SOUND_EFFECT", prompt="Rain",
     prompt_influence=0.5)
made(tools.generate_music_and_wait, "GENERATE_MUSIC", prompt="Strings")
made(tools.generate_avatar_and_wait, "GENERATE_AVATAR", avatar_presenter_id="vg_pres_1",
     audio_file_id=audio)
made(tools.vectorize_image_and_wait, "VECTORIZE_IMAGE", image_file_id=image)
made(tools.remove_image_background_and_wait, "REMOVE_IMAGE_BACKGROUND", image_file_id=image)
made(tools.upscale_image_and_wait, "UPSCALE_IMAGE", image_file_id=image)
made(tools.image3d_effect_and_wait, "IMAGE_3D_EFFECT", image_file_id=image)
refused(400, "invalid_parameters", tools.remove_video_background, video_file_id=image)
refused(400, "invalid_parameters", tools.upscale_video, video_file_id=image)
for start in (tools.generate_video_clip, tools.generate_sound_effect, tools.generate_music):
    assert start(prompt="a")["tool_execution_id"].startswith("vg_tool_")
assert tools.text_to_speech(tts_text="a", voice_id="x")["tool_execution_id"]
assert tools.generate_avatar(avatar_presenter_id="x", audio_file_id=audio)["tool_execution_id"]
for start in (tools.vectorize_image, tools.remove_image_background, tools.upscale_image,
              tools.image3d_effect):
    assert start(image_file_id=image)["tool_execution_id"]
refused(404, "not_found", tools.generate_motion_graphic, prompt="a")

try:
    live.tools.generate_music_and_wait(prompt="Strings", poll_interval_ms=50)
    raise AssertionError("an absent engine made music")
except VideoGenError as error:
    assert error.status == 0 and error.body["status"] == "failed", error.body
    assert error.body["error"]["code"] == "engine_unavailable", error.body
    assert error.body["results"] == [], error.body

running = tools.generate_music(prompt="a", metadata={"sandbox.outcome": "hang"})
execution_id = running["tool_execution_id"]
assert tools.cancel_tool_execution(tool_execution_id=execution_id) == running
cancelled = poll_executed_tool(client, execution_id, throw_on_failure=False)
assert cancelled["status"] == "cancelled" and cancelled["results"] == [], cancelled
assert tools.get_tool_execution_info(tool_execution_id=execution_id) == cancelled

first = tools.list_tool_executions(limit=2)
assert first["has_more"] and first["tool_executions"][0]["tool_execution_id"] == execution_id
rest = tools.list_tool_executions(limit=200, cursor=first["next_cursor"], self_only=True)
assert not rest["has_more"] and rest["next_cursor"] is None
assert any(one["tool_execution_id"] == started["tool_execution_id"]
           for one in rest["tool_executions"])

file = client.files.get_file(file_id=image)
assert file["type"] == "IMAGE" and file["download_source"]["status"] == "ready", file
assert client.files.hydrate_file(file_id=image)["file_id"] == image
assert get_hydrated_file(client, image)["download_url"]
assert download_file(client, image)[:4] == b"\x89PNG"

assert not client.resources.list_tts_voices(limit=5, query="")["has_more"]
assert client.resources.list_languages()["languages"] is not None
me = client.account.get_me()
assert "@" in me["email"] and me["api_key_nickname"], me
assert client.workflows.list_workflow_runs()["workflow_runs"] == []
assert client.projects.list_projects()["projects"] == []
assert client.entities.list_entities()["entities"] == []
assert client.webhooks.list_webhook_endpoints()["endpoints"] == []
refused(422, "engine_unavailable", client.text.generate_text, prompt="a")
refused(422, "engine_unavailable", client.workflows.script_to_video, script="a")
refused(404, "not_found", client.workflows.prompt_to_video_clip, prompt="a")
refused(404, "not_found", client.projects.get_project, project_id="vg_proj_1")
refused(404, "not_found", client.files.get_file, file_id="vg_file_" + "0" * 26)


def brought(data, name, by=client, **wish):
    file = upload_file(by, data, display_name=name, poll_interval_ms=50, **wish)
    assert file["display_name"] == name, file
    assert download_file(by, file["file_id"]) == data, name
    return file


kept = brought(a_sound(3), "A voice.wav", type="AUDIO", content_type="text/html")
assert kept["type"] == "AUDIO" and kept["duration_seconds"] == 3, kept
large = brought(a_sound(seconds), "large.wav")
assert large["duration_seconds"] == seconds, large
brought(a_sound(98), "slow.wav", by=slow)  # 6 s, longer than 1.x waits for an answer
assert brought(download_file(client, image), "again.png")["type"] == "IMAGE"
assert brought(a_sound(1), "passing.wav", temporary=True)["scope"] == "TEMPORARY"
for data, wish in ((b"<html>", {}), (a_sound(1), {"type": "IMAGE"})):
    try:
        upload_file(client, data, display_name="no", **wish)
        raise AssertionError("what is not taken was taken")
    except RuntimeError as error:
        assert "415" in str(error) and "detail" in str(error), error

# A later step indexes; it is over when both words are found.
deadline = time.monotonic() + 60
while True:
    spoken = client.files.search_files(query="a voice", num_results=3)["results"]
    if spoken and spoken[0]["similarity"] == 1:
        break
    assert time.monotonic() < deadline, spoken
    time.sleep(0.1)
assert spoken[0]["file"]["file_id"] == kept["file_id"], spoken
shown = create_public_preview(
    client, kept["file_id"], poll_interval_ms=50, wait_for_embed_playback_id=True)
assert shown["public_playback_id"].startswith("vg_play_"), shown
with urllib.request.urlopen(shown["static_public_preview_source"]["url"]) as answer:
    assert answer.read() == a_sound(3)
hidden = client.files.disable_public_preview(file_id=kept["file_id"])
assert not hidden["is_public_preview_enabled"], hidden
assert any(file["file_id"] == large["file_id"] for file in client.files.get_files()["files"])
client.files.archive_file(file_id=large["file_id"])
assert all(file["file_id"] != large["file_id"] for file in client.files.get_files()["files"])
assert client.files.get_file(file_id=large["file_id"])["file_id"] == large["file_id"]

refused(400, "invalid_id", tools.get_tool_execution_info, tool_execution_id="nonsense")
refused(404, "not_found", tools.get_tool_execution_info,
        tool_execution_id="vg_tool_" + "0" * 26)
refused(400, "invalid_parameters", tools.generate_image, prompt="a", num_results=0)
refused(401, "invalid_api_key",
        VideoGen(api_key="no-key-of-anybody", base_url=url).account.get_me)


class Receiver(http.server.BaseHTTPRequestHandler):
    """Keeps what arrives as it came."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        arrived.put((dict(self.headers.items()), body.decode()))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def rotated(endpoint_id):
    request = urllib.request.Request(
        f"{url}/v1/webhooks/endpoints/{endpoint_id}/rotate-secret", method="POST",
        headers={"Authorization": "Bearer " + test_key})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["signingSecret"]


arrived = queue.Queue()
receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=receiver.serve_forever, daemon=True).start()
MANY = 20
endpoint = client.webhooks.create_webhook_endpoint(
    url=f"http://127.0.0.1:{receiver.server_port}/hook",
    events=["tool_execution.succeeded", "file.upload.failed"], description="of the tests")
first = endpoint["signing_secret"]
assert endpoint["signing_secret_last4"] == first[-4:], endpoint
listed = client.webhooks.list_webhook_endpoints()["endpoints"]
assert [one["endpoint_id"] for one in listed] == [endpoint["endpoint_id"]], listed
assert listed[0]["signing_secret"] is None, listed
assert listed[0]["events"] == ["tool_execution.succeeded", "file.upload.failed"], listed
for at in range(MANY):
    tools.generate_image(prompt=f"picture {at}", quality="STANDARD")
    if at == MANY // 2:
        second = rotated(endpoint["endpoint_id"])
by_both = 0
for _ in range(MANY):
    headers, body = arrived.get(timeout=60)
    event = verify_webhook_signature(body, headers, first)
    assert event["event"] == "tool_execution.succeeded", event
    assert event["results"][0]["file"]["file_id"] == event["results"][0]["file_id"], event
    if " " in {name.lower(): value for name, value in headers.items()}["webhook-signature"]:
        verify_webhook_signature(body, headers, second)
        by_both += 1
assert by_both > 0
client.webhooks.delete_webhook_endpoint(endpoint_id=endpoint["endpoint_id"])
assert client.webhooks.list_webhook_endpoints()["endpoints"] == []
refused(404, "not_found", client.webhooks.delete_webhook_endpoint,
        endpoint_id=endpoint["endpoint_id"])
refused(400, "invalid_id", client.webhooks.delete_webhook_endpoint, endpoint_id="ep_1")
refused(400, "invalid_parameters", client.webhooks.create_webhook_endpoint,
        url="https://receiver.example.invalid/", events=["tool_execution.started"])
receiver.shutdown()

print("all is well")
