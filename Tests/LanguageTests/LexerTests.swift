import Testing

@Suite struct LexerTests {}
