namespace CrmVoip.Features.Ligacoes;

/// <summary>One of our calls that a provider's row may speak of.</summary>
public sealed record LigacaoParaCasar(
    Guid Id,
    IReadOnlyList<string> ProvedorIds,
    string? SipDomain,
    string Ramal,
    string Numero,
    DateTimeOffset InicioEm);

/// <summary>A call as the provider names it. Tentativa is our own id, given back for what POST /dialer dialled.</summary>
public sealed record RegistroParaCasar(
    string Id, string? SipDomain, string? Ramal, string? Numero, DateTimeOffset? InicioEm, Guid? Tentativa = null);

/// <summary>
/// Pairs the provider's rows with our calls: by our own id or the provider's when known, else by SIP domain, ramal, the last
/// digits of the number and the nearest start. Each row and each call is used once.
/// </summary>
public static class Casamento
{
    public static readonly TimeSpan Tolerancia = TimeSpan.FromMinutes(10);

    // A call that already has an id takes a second one only when the start leaves no doubt.
    private static readonly TimeSpan _mesmoInicio = TimeSpan.FromSeconds(15);

    // Absorbs +55, the trunk 0 and the ninth digit.
    private const int DigitosComparados = 8;

    /// <returns>Provider id → our id.</returns>
    public static IReadOnlyDictionary<string, Guid> Casar(
        IReadOnlyCollection<RegistroParaCasar> registros,
        IReadOnlyCollection<LigacaoParaCasar> ligacoes)
    {
        var pares = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var livres = ligacoes.ToDictionary(l => l.Id);
        foreach (var registro in registros)
        {
            if (livres.Values.FirstOrDefault(l => l.Id == registro.Tentativa || l.ProvedorIds.Contains(registro.Id)) is { } conhecida)
            {
                pares[registro.Id] = conhecida.Id;
                livres.Remove(conhecida.Id);
            }
        }

        var candidatos =
            from registro in registros
            where !pares.ContainsKey(registro.Id)
            from ligacao in livres.Values
            where MesmaLinha(registro, ligacao)
            let distancia = (registro.InicioEm!.Value - ligacao.InicioEm).Duration()
            where distancia <= (ligacao.ProvedorIds.Count > 0 ? _mesmoInicio : Tolerancia)
            orderby distancia, registro.Id, ligacao.Id
            select (Registro: registro.Id, Ligacao: ligacao.Id);
        foreach (var (registro, ligacao) in candidatos.ToList())
        {
            if (!pares.ContainsKey(registro) && livres.Remove(ligacao))
            {
                pares[registro] = ligacao;
            }
        }

        return pares;
    }

    private static bool MesmaLinha(RegistroParaCasar registro, LigacaoParaCasar ligacao) =>
        registro.InicioEm is not null
        && registro.Ramal == ligacao.Ramal
        && (registro.SipDomain is null || ligacao.SipDomain is null
            || string.Equals(registro.SipDomain, ligacao.SipDomain, StringComparison.OrdinalIgnoreCase))
        && UltimosDigitos(registro.Numero) is { Length: > 0 } digitos
        && digitos == UltimosDigitos(ligacao.Numero);

    private static string UltimosDigitos(string? numero)
    {
        var digitos = string.Concat((numero ?? "").Where(char.IsAsciiDigit));
        return digitos.Length > DigitosComparados ? digitos[^DigitosComparados..] : digitos;
    }
}
