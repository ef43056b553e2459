using System.Text;

namespace MinaTjanster.TestCommon;

/// <summary>Real files to upload: small, whole and harmless unless a test breaks them.</summary>
public static class Testfiler
{
    private const string JpegBas64 =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAYEAADAQEAAAAAAAAAAAAAAAAAAxETIf/EABUBAQEAAAAAAAAAAAAAAAAAAAEE/8QAGREAAgMBAAAAAAAAAAAAAAAAAQIAAwQh/9oADAMBAAIRAxEAPwCK16XsgAJWYgw06bUtKqeT/9k=";

    private const string PngBas64 =
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAALklEQVR4AbSPsQkAAAjDiic5e5EHeZNf6SoOOrWQrRAiqVYXgmeEgwcwISh2VAMAAP//ZQJRhAAAAAZJREFUAwDMNhW5LxdOzgAAAABJRU5ErkJggg==";

    public static Testfil Jpeg(string namn = "bild.jpg") => new(namn, Convert.FromBase64String(JpegBas64), "image/jpeg");

    public static Testfil Png(string namn = "bild.png") => new(namn, Convert.FromBase64String(PngBas64), "image/png");

    /// <summary>A whole PDF of empty pages, in colour; exactly as many bytes as asked for when there is room for them.</summary>
    /// <param name="storlek">Bytes; 0 for as few as it takes.</param>
    public static Testfil Pdf(string namn = "franvaro.pdf", int sidor = 1, int storlek = 0)
    {
        var utan = Bygg(sidor, 0).Length;
        if (storlek == 0)
            return new Testfil(namn, Bygg(sidor, 0), "application/pdf");

        // The length is written in the file: a few rounds until the digits agree.
        var fyllnad = Math.Max(0, storlek - utan);
        for (var varv = 0; varv < 6; varv++)
        {
            var innehall = Bygg(sidor, fyllnad);
            if (innehall.Length == storlek)
                return new Testfil(namn, innehall, "application/pdf");

            fyllnad += storlek - innehall.Length;
        }

        throw new ArgumentException($"No PDF of {storlek} bytes could be made.", nameof(storlek));
    }

    private static byte[] Bygg(int sidor, int fyllnad)
    {
        using var fil = new MemoryStream();
        List<long> platser = [];
        Skriv("%PDF-1.4\n%\u00E5\u00E4\u00F6\u00E5\n");
        var barn = string.Join(' ', Enumerable.Range(0, sidor).Select(i => $"{4 + i} 0 R"));
        Objekt("<< /Type /Catalog /Pages 2 0 R >>");
        Objekt($"<< /Type /Pages /Count {sidor} /Kids [{barn}] >>");
        const string rita = "0.8 0.2 0.2 rg 50 50 200 200 re f";
        Objekt($"<< /Length {rita.Length} >>\nstream\n{rita}\nendstream");
        for (var i = 0; i < sidor; i++)
            Objekt("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>");

        platser.Add(fil.Position);
        Skriv($"{platser.Count} 0 obj\n<< /Length {fyllnad} >>\nstream\n");
        var slump = new byte[fyllnad];
        new Random(4711).NextBytes(slump);
        fil.Write(slump);
        Skriv("\nendstream\nendobj\n");

        var xref = fil.Position;
        Skriv($"xref\n0 {platser.Count + 1}\n0000000000 65535 f \n");
        foreach (var plats in platser)
            Skriv($"{plats:0000000000} 00000 n \n");
        Skriv($"trailer\n<< /Size {platser.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return fil.ToArray();

        void Objekt(string innehall)
        {
            platser.Add(fil.Position);
            Skriv($"{platser.Count} 0 obj\n{innehall}\nendobj\n");
        }

        void Skriv(string text) => fil.Write(Encoding.Latin1.GetBytes(text));
    }
}
