package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Takes the names of functions that only a debugger asks for out of Java's native libraries: a
/// sixth of the largest one. Not a byte changes of what is loaded into memory.
///
/// `strip` of binutils does the same; a tool of ours works on every machine that builds. What is
/// not as expected stays as it is, so that it can be larger but never wrong.
///
/// Source: System V ABI, "ELF-64 Object File Format", version 1.5.
final class NativeSymbols {
  private static final Set<String> SYMBOLS = Set.of(".symtab", ".strtab");
  private static final int NAMES_AND_NUMBERS = 64;

  private static final int SECTIONS_AT = 40;
  private static final int SECTION_SIZE = 58;
  private static final int SECTION_COUNT = 60;
  private static final int NAMES_INDEX = 62;

  private NativeSymbols() {}

  /// Shortens every library of a runtime; returns how many bytes went.
  static long strip(Path home) throws IOException {
    long before = Folders.bytes(home);
    for (Path file : Folders.all(home.resolve("lib"))) {
      if (file.toString().endsWith(".so")) {
        Files.write(file, stripped(Files.readAllBytes(file)));
      }
    }
    return before - Folders.bytes(home);
  }

  /// The same file without its symbols, if they stand where linkers put them: behind all that is
  /// loaded, and before nothing but the list of sections and its names.
  static byte[] stripped(byte[] file) {
    ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    boolean known =
        file.length > NAMES_AND_NUMBERS
            && elf.getInt(0) == 0x464c457f
            && file[4] == 2
            && file[5] == 1
            && elf.getShort(SECTION_SIZE) == Section.BYTES;
    if (!known) {
      return file;
    }
    int count = elf.getShort(SECTION_COUNT);
    int namesIndex = elf.getShort(NAMES_INDEX);
    int symbols = count - 3;
    if (namesIndex != count - 1 || symbols < 1) {
      return file;
    }
    List<Section> last =
        List.of(
            Section.at(elf, symbols), Section.at(elf, symbols + 1), Section.at(elf, namesIndex));
    Section names = last.getLast();
    long from = last.getFirst().offset();
    boolean last3 =
        SYMBOLS.equals(Set.of(last.get(0).name(elf, names), last.get(1).name(elf, names)))
            && last.get(0).flags() == 0
            && last.get(1).flags() == 0
            && endOfLoaded(elf) <= from
            && last.get(1).offset() >= from
            && names.offset() >= from
            && sectionsEnd(elf, symbols) <= from;
    return last3 ? without(elf, symbols, (int) from) : file;
  }

  private static byte[] without(ByteBuffer elf, int symbols, int from) {
    Section names = Section.at(elf, symbols + 2);
    int sections = (from + (int) names.size() + 7) / 8 * 8;
    ByteBuffer out =
        ByteBuffer.allocate(sections + (symbols + 1) * Section.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(0, elf, 0, from);
    out.put(from, elf, (int) names.offset(), (int) names.size());
    int table = (int) elf.getLong(SECTIONS_AT);
    out.put(sections, elf, table, symbols * Section.BYTES);
    int header = sections + symbols * Section.BYTES;
    out.put(header, elf, table + (symbols + 2) * Section.BYTES, Section.BYTES);
    out.putLong(header + Section.OFFSET, from);
    out.putLong(SECTIONS_AT, sections);
    out.putShort(SECTION_COUNT, (short) (symbols + 1));
    out.putShort(NAMES_INDEX, (short) symbols);
    return out.array();
  }

  /// Where the last byte ends that comes into memory.
  private static long endOfLoaded(ByteBuffer elf) {
    long end = 0;
    for (int i = 0; i < elf.getShort(56); i++) {
      int at = (int) elf.getLong(32) + i * elf.getShort(54);
      end = Math.max(end, elf.getLong(at + 8) + elf.getLong(at + 32));
    }
    return end;
  }

  /// Where the last byte ends of all sections before this one.
  private static long sectionsEnd(ByteBuffer elf, int before) {
    long end = 0;
    for (int i = 0; i < before; i++) {
      Section section = Section.at(elf, i);
      end = Math.max(end, section.empty() ? 0 : section.offset() + section.size());
    }
    return end;
  }

  private record Section(int name, int type, long flags, long offset, long size) {
    static final int BYTES = 64;
    static final int OFFSET = 24;
    private static final int NOBITS = 8;

    static Section at(ByteBuffer elf, int index) {
      int at = (int) elf.getLong(SECTIONS_AT) + index * BYTES;
      return new Section(
          elf.getInt(at),
          elf.getInt(at + 4),
          elf.getLong(at + 8),
          elf.getLong(at + OFFSET),
          elf.getLong(at + 32));
    }

    boolean empty() {
      return type == 0 || type == NOBITS;
    }

    String name(ByteBuffer elf, Section names) {
      StringBuilder text = new StringBuilder();
      for (int at = (int) names.offset + name; elf.get(at) != 0; at++) {
        text.append((char) elf.get(at));
      }
      return text.toString();
    }
  }
}
