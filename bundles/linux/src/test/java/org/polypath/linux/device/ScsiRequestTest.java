package org.polypath.linux.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Native;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.SystemCallException;

/** Offsets here are those of {@code struct sg_io_hdr} with pointers of 8 bytes. */
class ScsiRequestTest {
  private static final Bytes INQUIRY = Bytes.of(0x12, 1, 0x83, 0, 0xff, 0);

  private final FakeDevices devices = new FakeDevices();
  private int descriptor;

  @BeforeEach
  void open() throws SystemCallException {
    assumeTrue(Native.POINTER_SIZE == 8, "the offsets below are for pointers of 8 bytes");
    descriptor = devices.open("/dev/sda");
  }

  private ScsiOutcome.Answered send(ScsiCommand command) throws SystemCallException {
    return ScsiRequest.send(devices, descriptor, command);
  }

  @Test
  void theHeaderSaysWhatTheCommandIs() throws SystemCallException {
    devices.answer(
        (file, header) -> {
          assertThat(header.getInt(0)).isEqualTo('S');
          assertThat(header.getInt(4)).isEqualTo(-3);
          assertThat(header.getByte(8)).isEqualTo((byte) 6);
          assertThat(header.getByte(9)).isEqualTo((byte) 96);
          assertThat(header.getInt(12)).isEqualTo(255);
          assertThat(header.getPointer(24).getByteArray(0, 6)).isEqualTo(INQUIRY.toArray());
          assertThat(header.getInt(40)).isEqualTo(1500);
          assertThat(header.getInt(44)).isZero();
        });

    assertThat(send(new ScsiCommand(INQUIRY, 255, Duration.ofMillis(1500))).isGood()).isTrue();
  }

  @Test
  void aCommandWithoutDataHasNoBuffer() throws SystemCallException {
    devices.answer(
        (file, header) -> {
          assertThat(header.getInt(4)).isEqualTo(-1);
          assertThat(header.getInt(12)).isZero();
          assertThat(header.getPointer(16)).isNull();
        });

    ScsiCommand command = new ScsiCommand(Bytes.of(0, 0, 0, 0, 0, 0), 0, Duration.ofSeconds(1));

    assertThat(send(command)).isEqualTo(ScsiOutcome.Answered.good(Bytes.EMPTY));
  }

  @Test
  void theAnswerIsWhatTheKernelWrote() throws SystemCallException {
    Bytes sense = Bytes.ofHex("700006000000000a00000000290000000000");
    devices.answer(
        (file, header) -> {
          header.getPointer(16).write(0, new byte[] {1, 2, 3, 4}, 0, 4);
          header.getPointer(32).write(0, sense.toArray(), 0, sense.length());
          header.setByte(64, (byte) 2);
          header.setByte(67, (byte) sense.length());
          header.setShort(68, (short) 0xe);
          header.setShort(70, (short) 8);
          header.setInt(72, 251);
        });

    assertThat(send(new ScsiCommand(INQUIRY, 255, Duration.ofSeconds(1))))
        .isEqualTo(new ScsiOutcome.Answered(2, 0xe, 8, sense, Bytes.of(1, 2, 3, 4)));
  }

  @Test
  void lengthsThatCannotBeAreCut() throws SystemCallException {
    devices.answer(
        (file, header) -> {
          header.setByte(67, (byte) 0xff);
          header.setInt(72, 1000);
        });

    ScsiOutcome.Answered tooMuch = send(new ScsiCommand(INQUIRY, 16, Duration.ofSeconds(1)));
    assertThat(tooMuch.sense().length()).isEqualTo(96);
    assertThat(tooMuch.data()).isEqualTo(Bytes.EMPTY);

    devices.answer((file, header) -> header.setInt(72, -5));
    assertThat(send(new ScsiCommand(INQUIRY, 16, Duration.ofSeconds(1))).data().length())
        .isEqualTo(16);
  }

  @Test
  void aTimeoutBeyondTheKernelsFieldIsTheLongestThereIs() throws SystemCallException {
    devices.answer((file, header) -> assertThat(header.getInt(40)).isEqualTo(Integer.MAX_VALUE));

    assertThat(send(new ScsiCommand(INQUIRY, 16, Duration.ofDays(1000))).isGood()).isTrue();
  }

  @Test
  void aFailedCallIsAnException() {
    devices.answer(
        (file, header) -> {
          throw new SystemCallException("ioctl SG_IO", ErrorNumber.ENOTTY, "not such a device");
        });
    ScsiCommand command = new ScsiCommand(INQUIRY, 16, Duration.ofSeconds(1));

    assertThatThrownBy(() -> send(command))
        .isInstanceOfSatisfying(
            SystemCallException.class, e -> assertThat(e.number()).isEqualTo(ErrorNumber.ENOTTY));
  }

  @Test
  void anAnswerOfZerosIsGood() throws SystemCallException {
    assertThat(send(new ScsiCommand(INQUIRY, 4, Duration.ofSeconds(1))))
        .isEqualTo(ScsiOutcome.Answered.good(Bytes.of(0, 0, 0, 0)));
  }
}
