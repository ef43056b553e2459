using System.Collections;
using System.Reflection;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Tests;

/// <summary>One of each refusal, made with whatever its constructor asks for: its code depends on none of it.</summary>
internal static class Nekandeexempel
{
    public static Refusal For(Type typ)
    {
        var konstruktor = typ.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(k => k.GetParameters() is not [var ende] || ende.ParameterType != typ)
            .MaxBy(k => k.GetParameters().Length)!;
        return (Refusal)konstruktor.Invoke([.. konstruktor.GetParameters().Select(p => Varde(p.ParameterType))]);
    }

    private static object? Varde(Type typ)
    {
        var krav = new Faltkrav(Handelsefalt.ForstaDag, Faltkravslag.Obligatoriskt, "Första dag");
        if (typ == typeof(Faltkrav))
            return krav;
        if (typ == typeof(IReadOnlyList<Faltkrav>))
            return new[] { krav };
        if (typ == typeof(Handelsetyp))
            return Handelsetyper.Alla[0];
        if (typ == typeof(Refusal))
            return new ListrubrikMedPersonnummer();
        if (typ == typeof(string))
            return "forsta_dag";
        if (typ == typeof(Dagperiod))
            return new Dagperiod(new(2026, 11, 22), new(2026, 11, 22));
        if (typ == typeof(Lasar))
            return new Lasar(2026);
        if (typ == typeof(Skolform))
            return Skolform.Komvux;
        if (typ == typeof(DateOnly) || typ == typeof(DateOnly?))
            return new DateOnly(2026, 11, 22);
        if (typ.IsArray)
            return Array.CreateInstance(typ.GetElementType()!, 0);
        if (typ.IsAssignableTo(typeof(IEnumerable)) && typ.IsGenericType)
            return Array.CreateInstance(typ.GetGenericArguments()[0], 0);

        return typ.IsValueType ? Activator.CreateInstance(typ) : null;
    }
}
