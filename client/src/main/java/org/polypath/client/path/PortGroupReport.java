package org.polypath.client.path;

import java.util.Locale;
import org.polypath.api.device.Bytes;

/**
 * Words the answer to REPORT TARGET PORT GROUPS as {@code sg_rtpg}(8) does.
 *
 * @param answer the answer's bytes
 * @param decoded whether states and status codes are named
 */
record PortGroupReport(Bytes answer, boolean decoded) {
  private static final int LENGTH_FIELD = 4;
  private static final int EXTENDED_HEADER = 8;
  private static final int DESCRIPTOR = 8;
  private static final int PORT = 4;
  private static final int LINE = 16;

  /** Whether the answer has the header with the time of a transition. */
  boolean isExtended() {
    return (answer.u8(LENGTH_FIELD) & 0x70) == 0x10;
  }

  /** The report. */
  String text() {
    StringBuilder text = new StringBuilder("Report target port groups:\n");
    if (isExtended()) {
      line(text, "  Implicit transition time: %d", answer.u8(5));
    }
    int at = isExtended() ? EXTENDED_HEADER : LENGTH_FIELD;
    while (answer.has(at, DESCRIPTOR)) {
      int length = DESCRIPTOR + PORT * answer.u8(at + 7);
      group(text, answer.slice(at, length));
      at += length;
    }
    return text.toString();
  }

  private void group(StringBuilder text, Bytes group) {
    int first = group.u8(0);
    line(
        text,
        "  target port group id : 0x%x , Pref=%d, Rtpg_fmt=%d",
        group.u16(2),
        first >> 7,
        first >> 4 & 7);
    int state = first & 0x0f;
    line(
        text,
        "    target port group asymmetric access state : 0x%02x%s",
        state,
        named(stateName(state)));
    int supported = group.u8(1);
    line(
        text,
        "    T_SUP : %d, O_SUP : %d, LBD_SUP : %d, U_SUP : %d, S_SUP : %d, AN_SUP : %d, AO_SUP : %d",
        supported >> 7 & 1,
        supported >> 6 & 1,
        supported >> 4 & 1,
        supported >> 3 & 1,
        supported >> 2 & 1,
        supported >> 1 & 1,
        supported & 1);
    line(text, "    status code : 0x%02x%s", group.u8(5), named(statusName(group.u8(5))));
    line(text, "    vendor unique status : 0x%02x", group.u8(6));
    line(text, "    target port count : %02x", group.u8(7));
    ports(text, group);
  }

  private static void ports(StringBuilder text, Bytes group) {
    for (int at = DESCRIPTOR; group.has(at, PORT); at += PORT) {
      if (at == DESCRIPTOR) {
        line(text, "    Relative target port ids:");
      }
      line(text, "      0x%02x", group.u16(at + 2));
    }
  }

  private String named(String name) {
    return decoded ? " (" + name + ")" : "";
  }

  private static String stateName(int state) {
    return switch (state) {
      case 0x0 -> "active/optimized";
      case 0x1 -> "active/non optimized";
      case 0x2 -> "standby";
      case 0x3 -> "unavailable";
      case 0x4 -> "logical block dependent";
      case 0xe -> "offline";
      case 0xf -> "transitioning between states";
      default -> "unknown";
    };
  }

  private static String statusName(int status) {
    return switch (status) {
      case 0 -> "no status available";
      case 1 -> "target port asym. state changed by SET TARGET PORT GROUPS command";
      case 2 -> "target port asym. state changed by implicit lu behaviour";
      default -> "unknown status code";
    };
  }

  /** The bytes in hexadecimal, 16 a line. */
  String hex() {
    StringBuilder text = new StringBuilder();
    for (int start = 0; start < answer.length(); start += LINE) {
      StringBuilder bytes = new StringBuilder();
      for (int at = start; at < Math.min(start + LINE, answer.length()); at++) {
        bytes.append(at == start + LINE / 2 ? "  " : " ").append(two(answer.u8(at)));
      }
      line(text, " %02x    %s", start, bytes);
    }
    return text.toString();
  }

  private static String two(int value) {
    return String.format(Locale.ROOT, "%02x", value);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
