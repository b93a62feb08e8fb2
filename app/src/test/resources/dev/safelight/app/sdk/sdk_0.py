"""Every method of videogen 0.0.38 that has an operation here. Arguments: address and two keys:
one whose tasks the sandbox makes, and one whose tasks go to engines, of which some are absent;
seconds that the largest file plays; an address of the same API behind a line of 1 MiB a second."""
import io
import sys
import time
import urllib.request

import httpx
import videogen
from videogen import VideoGenApi
from videogen.core.api_error import ApiError
# By the package's own name each of these is a module once another has imported it.
from videogen.download_file import download_file
from videogen.get_hydrated_file import get_hydrated_file
from videogen.poll_executed_tool import poll_executed_tool
from videogen.upload_file import upload_file

url, test_key, live_key = sys.argv[1:4]
# Of the largest file, for it is told how long it plays: 64 kB a second.
seconds = int(sys.argv[4])
slow_url = sys.argv[5]
client = VideoGenApi(base_url=url, token=test_key)
live = VideoGenApi(base_url=url, token=live_key)
slow = VideoGenApi(base_url=slow_url, token=test_key)
tools = client.tools


def refused(status, code, call, **arguments):
    try:
        call(**arguments)
    except ApiError as error:
        assert error.status_code == status, (call, error)
        assert error.body["code"] == code, (call, error)
        assert error.body["message"], error
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


def done(started, of=client, status="succeeded"):
    execution = poll_executed_tool(of, started.tool_execution_id, poll_interval_ms=50)
    assert execution.tool_execution_id == started.tool_execution_id
    assert execution.status == status, execution
    return execution


picture = done(tools.generate_image(prompt="A mountain at sunrise"))
assert picture.tool_type == "GENERATE_IMAGE"
image = picture.results[0].file_id
sound = done(tools.text_to_speech(tts_text="The picture is ready."))
assert sound.results[0].type == "AUDIO"
audio = sound.results[0].file_id
clip = done(tools.generate_video_clip(
    prompt="Waves", aspect_ratio=videogen.AspectRatio(width=9, height=16), image_file_ids=[image]))
assert clip.tool_type == "GENERATE_VIDEO_CLIP"
done(tools.generate_sound_effect(prompt="Rain", duration_seconds=2))
done(tools.generate_avatar(avatar_presenter_id="vg_pres_1", audio_storage_file_id=audio))
for tool in (tools.vectorize_image, tools.remove_image_background, tools.upscale_image):
    done(tool(image_storage_file_id=image))
for tool in (tools.remove_video_background, tools.upscale_video):
    refused(400, "invalid_parameters", tool, video_storage_file_id=image)

absent = done(live.tools.generate_sound_effect(prompt="Rain"), live, "failed")
assert absent.error.code == "engine_unavailable" and absent.error.message, absent

running = tools.generate_image(
    prompt="a",
    request_options={
        "additional_body_parameters": {"metadata": {"sandbox.outcome": "hang"}}})
cancelled = tools.cancel_tool_execution(running.tool_execution_id)
assert cancelled.tool_execution_id == running.tool_execution_id
assert done(running, status="cancelled").error is None
assert tools.get_tool_execution_info(image and running.tool_execution_id).status == "cancelled"

file = client.files.get_file(image)
assert file.type == "IMAGE" and file.download_source.status == "ready", file
assert client.files.hydrate_file(image).file_id == image
assert get_hydrated_file(client, image).download_source.url
assert download_file(client, image).content[:4] == b"\x89PNG"

voices = client.resources.list_tts_voices().tts_voices
assert voices is not None
assert client.resources.list_avatar_presenters().avatar_presenters == []
assert client.webhooks.list_webhook_endpoints().endpoints == []
refused(400, "invalid_id", client.webhooks.delete_webhook_endpoint, endpoint_id="ep_1")
refused(404, "not_found", client.files.get_file, file_id="vg_file_" + "0" * 26)


def brought(data, name, by=client, **wish):
    file = upload_file(by, io.BytesIO(data), display_name=name, poll_interval_ms=50, **wish)
    assert file.display_name == name, file
    assert download_file(by, file.file_id).content == data, name
    return file


kept = brought(a_sound(3), "A voice.wav", type="AUDIO")
assert kept.type == "AUDIO" and kept.duration_seconds == 3, kept
large = brought(a_sound(seconds), "large.wav")
assert large.duration_seconds == seconds, large
brought(a_sound(98), "slow.wav", by=slow)  # 6 s, longer than 1.x waits for an answer
assert brought(download_file(client, image).content, "again.png").type == "IMAGE"
assert brought(a_sound(1), "passing.wav", temporary=True).scope == "TEMPORARY"
for data, wish, status in ((b"<html>", {}, 415), (a_sound(1), {"type": "IMAGE"}, 415)):
    try:
        upload_file(client, io.BytesIO(data), display_name="no", **wish)
        raise AssertionError("what is not taken was taken")
    except httpx.HTTPStatusError as error:
        assert error.response.status_code == status, error.response.text
        assert error.response.json()["detail"], error.response.text

# A later step indexes; it is over when both words are found.
deadline = time.monotonic() + 60
while True:
    spoken = client.files.search_files(query="a voice", num_results=3).results
    if spoken and spoken[0].similarity == 1:
        break
    assert time.monotonic() < deadline, spoken
    time.sleep(0.1)
assert spoken[0].file.file_id == kept.file_id, spoken
client.files.enable_public_preview(file_id=kept.file_id)
# It came after this version, which keeps what it does not know as it is.
open_url = client.files.get_file(kept.file_id).staticPublicPreviewSource["url"]
with urllib.request.urlopen(open_url) as answer:
    assert answer.read() == a_sound(3)
assert not client.files.disable_public_preview(file_id=kept.file_id).is_public_preview_enabled
assert any(file.file_id == large.file_id for file in client.files.get_files().files)
client.files.archive_file(file_id=large.file_id)
assert all(file.file_id != large.file_id for file in client.files.get_files().files)
assert client.files.get_file(large.file_id).file_id == large.file_id

refused(400, "invalid_id", tools.get_tool_execution_info, tool_execution_id="nonsense")
refused(404, "not_found", tools.get_tool_execution_info,
        tool_execution_id="vg_tool_" + "0" * 26)
refused(400, "invalid_parameters", tools.generate_image, prompt="a", num_results=0)
refused(401, "invalid_api_key",
        VideoGenApi(base_url=url, token="no-key-of-anybody").tools.generate_image, prompt="a")
print("all is well")
