namespace MinaTjanster.Core.Data;

/// <summary>For services that both a school and CSN staff use.</summary>
public static class Synlighet
{
    /// <summary>The rows that the context's scope reaches: the active school's, or all schools' where CSN's right has opened them.</summary>
    /// <exception cref="SkolaSaknasException">Neither is chosen.</exception>
    public static IQueryable<T> Synliga<T>(this PortalDbContext db)
        where T : class, ISkolagd =>
        db.Omfang.ArAlla ? db.Nationellt<T>() : db.Set<T>();
}
