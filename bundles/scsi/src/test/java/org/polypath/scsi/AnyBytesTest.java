package org.polypath.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.scsi.testing.Recorded;

/** No bytes from a device make a decoder throw. */
class AnyBytesTest {
  private static final List<Function<Bytes, Decoded<?>>> DECODERS =
      List.of(
          SenseData::decode,
          StandardInquiry::decode,
          SupportedPages::decode,
          UnitSerialNumber::decode,
          VolumeName::decode,
          DeviceIdentification::decode,
          TargetPortGroups::decode,
          bytes -> DeviceIdentification.decode(bytes).flatMap(DeviceIdentification::wwid));

  @Property(tries = 500)
  void everyDecoderGivesAValueOrAnErrorWithText(@ForAll byte[] noise) {
    for (Function<Bytes, Decoded<?>> decoder : DECODERS) {
      assertThat(explained(decoder.apply(Bytes.of(noise)))).isNotBlank();
    }
  }

  @Property(tries = 1000)
  void everyDecoderSurvivesAPageWithAWrongBody(@ForAll("pages") Bytes page) {
    for (Function<Bytes, Decoded<?>> decoder : DECODERS) {
      assertThat(explained(decoder.apply(page))).isNotBlank();
    }
  }

  @Property(tries = 500)
  void everyCutOfARealPageIsDecoded(@ForAll("lengths") int length) {
    Bytes page = Recorded.bytes("lio-vpd83").slice(0, length);

    Decoded<DeviceIdentification> decoded = DeviceIdentification.decode(page);

    if (length >= 4) {
      assertThat(decoded.toOptional()).isPresent();
    }
    assertThat(explained(decoded.flatMap(DeviceIdentification::wwid))).isNotBlank();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyStatusHasWords(
      @ForAll int status, @ForAll int host, @ForAll int driver, @ForAll byte[] sense) {
    ScsiOutcome.Answered answer =
        new ScsiOutcome.Answered(status, host, driver, Bytes.of(sense), Bytes.EMPTY);

    assertThat(CommandStatus.of(answer).toString()).isNotBlank();
  }

  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.integers().between(0, Recorded.bytes("lio-vpd83").length());
  }

  /** Right headers, so that the noise reaches the depth of the decoders. */
  @Provide
  Arbitrary<Bytes> pages() {
    Arbitrary<byte[]> bodies = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
    Arbitrary<Integer> codes = Arbitraries.of(0x00, 0x80, 0x83);
    return bodies.flatMap(body -> codes.map(code -> page(code, body)));
  }

  private static Bytes page(int code, byte[] body) {
    byte[] page = new byte[4 + body.length];
    page[1] = (byte) code;
    page[3] = (byte) body.length;
    System.arraycopy(body, 0, page, 4, body.length);
    return Bytes.of(Arrays.copyOf(page, page.length));
  }

  private static String explained(Decoded<?> decoded) {
    return decoded.<String>fold(Object::toString, error -> error.text());
  }
}
