using System.Net.Mail;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Meddelanden;

/// <summary>Puts mails in the outbox. The caller saves: the mail goes out if, and only if, its cause was saved (design decision 20).</summary>
public sealed class MejlService(PortalDbContext db, TimeProvider klocka, Mejlskydd skydd)
{
    /// <summary>Adds a plain-text mail to the caller's context.</summary>
    /// <param name="till">One address.</param>
    /// <param name="amne">One line, at most <see cref="UtgaendeMejl.MaxAmne"/> characters.</param>
    /// <param name="text">At most <see cref="UtgaendeMejl.MaxText"/> characters.</param>
    /// <param name="kontoId">The account it concerns, when it concerns one: its administrator is shown a mail that never arrived.</param>
    /// <exception cref="ArgumentException">
    /// Not an address, a subject of several lines, too long, or something that looks like a personnummer: all faults of ours, since the words are ours.
    /// Where a mail quotes what somebody typed, ask <see cref="Personnummermask.Finns"/> when it is typed. The message repeats nothing of the text.
    /// </exception>
    public void Add(string till, string amne, string text, long? kontoId = null)
    {
        Granska(till, amne, text);
        db.Add(new UtgaendeMejl(till, amne, text, klocka.UtcNu(), kontoId));
    }

    /// <summary>
    /// As <see cref="Add"/>, for a text that holds a code or a one-time password: protected while it waits, erased when it has been sent or given
    /// up. The subject is not protected.
    /// </summary>
    public void AddHemligt(string till, string amne, string text, long? kontoId = null)
    {
        Granska(till, amne, text);
        db.Add(UtgaendeMejl.Hemligt(till, amne, skydd.Skydda(text), klocka.UtcNu(), kontoId, attrapp: false));
    }

    /// <summary>Does what <see cref="AddHemligt"/> does, at the same cost, with a row that is never sent: for a username that nobody has.</summary>
    public void AddAttrapp(string amne, string text)
    {
        const string Ingen = "ingen@attrapp.invalid";
        Granska(Ingen, amne, text);
        db.Add(UtgaendeMejl.Hemligt(Ingen, amne, skydd.Skydda(text), klocka.UtcNu(), kontoId: null, attrapp: true));
    }

    private static void Granska(string till, string amne, string text)
    {
        if (till.Length > 254 || till.Any(char.IsControl) || !MailAddress.TryCreate(till, out var adress) || adress.Address != till)
        {
            throw new ArgumentException("Not one plain mail address.", nameof(till));
        }

        if (string.IsNullOrWhiteSpace(amne) || amne.Length > UtgaendeMejl.MaxAmne || amne.Any(char.IsControl))
        {
            throw new ArgumentException("A subject is one line, not empty and not too long.", nameof(amne));
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > UtgaendeMejl.MaxText)
        {
            throw new ArgumentException("A mail has a text, not too long.", nameof(text));
        }

        if (Personnummermask.Finns(amne) || Personnummermask.Finns(text))
        {
            throw new ArgumentException("A mail never holds a personnummer (domain.md section 6).", nameof(text));
        }
    }
}
