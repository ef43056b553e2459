using System.Text;

namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

internal enum PdfToken
{
    End,
    Integer,
    Real,
    Name,
    Text,
    ArrayOpen,
    ArrayClose,
    DictionaryOpen,
    DictionaryClose,
    Keyword,

    /// <summary>A string without end, or the budget used up.</summary>
    Broken,
}

/// <summary>Splits PDF syntax into tokens (ISO 32000 7.2–7.3), forgiving what readers forgive.</summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> bytes, PdfBudget budget, int position = 0)
{
    private const int MaxText = 200; // longer names and keywords mean nothing to the judgement
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; set; } = position;

    /// <summary>Where the last token began.</summary>
    public int Start { get; private set; }

    /// <summary>The last integer.</summary>
    public long Number { get; private set; }

    /// <summary>The last name (unescaped) or keyword.</summary>
    public string Text { get; private set; } = "";

    public PdfToken Next()
    {
        var from = Position;
        SkipSpace();
        Start = Position;
        var token = Read();
        return budget.SpendRead(Position - from + 1) ? token : PdfToken.Broken;
    }

    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private static bool IsRegular(byte b) => !IsSpace(b) && !IsDelimiter(b);

    private readonly int Peek(int ahead = 0) => Position + ahead < _bytes.Length ? _bytes[Position + ahead] : -1;

    private void SkipSpace()
    {
        while (Position < _bytes.Length)
        {
            if (_bytes[Position] == '%')
            {
                var end = _bytes[Position..].IndexOfAny((byte)'\n', (byte)'\r');
                Position = end < 0 ? _bytes.Length : Position + end;
            }
            else if (IsSpace(_bytes[Position]))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    private PdfToken Read()
    {
        switch (Peek())
        {
            case -1:
                return PdfToken.End;
            case '/':
                Position++;
                return ReadName();
            case '(':
                return SkipString();
            case '<' when Peek(1) == '<':
                Position += 2;
                return PdfToken.DictionaryOpen;
            case '<':
                var end = _bytes[Position..].IndexOf((byte)'>');
                Position = end < 0 ? Position + 1 : Position + end + 1;
                return end < 0 ? PdfToken.Broken : PdfToken.Text;
            case '>' when Peek(1) == '>':
                Position += 2;
                return PdfToken.DictionaryClose;
            case '[':
                Position++;
                return PdfToken.ArrayOpen;
            case ']':
                Position++;
                return PdfToken.ArrayClose;
            case (>= '0' and <= '9') or '+' or '-' or '.':
                return ReadNumber();
            case var other when IsDelimiter((byte)other):
                Position++;
                Text = "";
                return PdfToken.Keyword;
            default:
                return ReadKeyword();
        }
    }

    private PdfToken ReadNumber()
    {
        var (negative, real, value) = (false, false, 0L);
        for (; Peek() is (>= '0' and <= '9') or '+' or '-' or '.'; Position++)
        {
            var c = Peek();
            negative |= c == '-';
            real |= c == '.' || value > int.MaxValue; // no integer the judgement needs is that large
            value = c is >= '0' and <= '9' && !real ? value * 10 + c - '0' : value;
        }

        Number = negative ? -value : value;
        return real ? PdfToken.Real : PdfToken.Integer;
    }

    /// <summary>Unescapes #xx, so that /J#61vaScript is /JavaScript. What follows a #00 is dropped, as readers written in C do.</summary>
    private PdfToken ReadName()
    {
        var name = new StringBuilder();
        for (var ended = false; Peek() is var c and >= 0 && IsRegular((byte)c); Position++)
        {
            if (c == '#' && Hex(Peek(1)) is var high and >= 0 && Hex(Peek(2)) is var low and >= 0)
            {
                c = 16 * high + low;
                Position += 2;
            }

            ended |= c == 0;
            if (!ended && name.Length < MaxText)
                name.Append((char)c);
        }

        Text = name.ToString();
        return PdfToken.Name;
    }

    private PdfToken ReadKeyword()
    {
        while (Position < _bytes.Length && IsRegular(_bytes[Position]))
            Position++;
        Text = Encoding.Latin1.GetString(_bytes[Start..Math.Min(Position, Start + MaxText)]);
        return PdfToken.Keyword;
    }

    private PdfToken SkipString()
    {
        var depth = 0;
        for (var at = Position; at < _bytes.Length; at++)
        {
            switch (_bytes[at])
            {
                case (byte)'\\':
                    at++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    Position = at + 1;
                    return PdfToken.Text;
            }
        }

        budget.SpendRead(_bytes.Length - Position);
        Position++;
        return PdfToken.Broken;
    }

    private static int Hex(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
