namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// What all readings of one provider call amount to, in whatever order they came: the list before webhooks, within a source the
/// latest, and what a reading does not know it leaves to the next. Times are UTC by the provider's clock.
/// </summary>
public sealed record RelatoDoProvedor
{
    public string[] ProvedorIds { get; private init; } = [];

    public string? Dominio { get; private init; }

    public bool Entrada { get; private init; }

    public string? Ramal { get; private init; }

    /// <summary>The customer's number, as the provider wrote it.</summary>
    public string? Contraparte { get; private init; }

    public Guid? Tentativa { get; private init; }

    public DateTimeOffset? InicioEm { get; private init; }

    public DateTimeOffset? AtendidaEm { get; private init; }

    public DateTimeOffset? FimEm { get; private init; }

    public Atendimento Atendida { get; private init; }

    /// <summary>Talk time in seconds; null when no reading knows it.</summary>
    public int? Conversa { get; private init; }

    public string? Causa { get; private init; }

    public string? GravacaoUrl { get; private init; }

    public string? Bina { get; private init; }

    public decimal? Preco { get; private init; }

    /// <summary>The most trusted source that speaks of the end.</summary>
    public FonteDaLeitura Fonte { get; private init; }

    public DateTimeOffset PrimeiraRecebidaEm { get; private init; }

    /// <summary>When the end was first heard of; null while the call goes on.</summary>
    public DateTimeOffset? FimRecebidoEm { get; private init; }

    public bool Encerrada => FimRecebidoEm is not null;

    public static RelatoDoProvedor De(IReadOnlyCollection<LeituraDoProvedor> leituras)
    {
        var ouvidaEm = leituras.Select(l => l.RecebidaEm).DefaultIfEmpty(DateTimeOffset.MinValue).Min();
        var fimOuvidoEm = leituras.Where(l => l.Dados.Encerrada).Min(l => (DateTimeOffset?)l.RecebidaEm);
        LidaDoProvedor[] lidas =
        [
            .. leituras.OrderByDescending(l => l.Fonte).ThenByDescending(l => l.VistaEm).ThenByDescending(l => l.Resumo, StringComparer.Ordinal)
                .Select(l => new LidaDoProvedor(l, ouvidaEm, fimOuvidoEm)),
        ];
        var sobreAConversa = QuemContou(lidas);
        T? Primeiro<T>(Func<LidaDoProvedor, T?> campo) => lidas.Select(campo).FirstOrDefault(v => v is not null);

        var relato = new RelatoDoProvedor
        {
            ProvedorIds = [.. lidas.Select(l => l.Dados.ProvedorId).Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal)],
            Dominio = Primeiro(l => l.Dados.Dominio),
            Entrada = Array.Exists(lidas[..Math.Min(1, lidas.Length)], l => l.Dados.Entrada),
            Ramal = Primeiro(l => l.Ramal),
            Contraparte = Primeiro(l => l.Contraparte),
            Tentativa = Primeiro(l => l.Dados.Tentativa),
            InicioEm = Primeiro(l => l.Tempos.InicioEm),
            AtendidaEm = Primeiro(l => l.Tempos.AtendidaEm),
            FimEm = Primeiro(l => l.Tempos.FimEm),
            Atendida = sobreAConversa.Select(l => l.Atendida).FirstOrDefault(a => a != Atendimento.Desconhecido),
            Conversa = sobreAConversa.Select(l => l.Conversa).FirstOrDefault(c => c is not null),
            Causa = Primeiro(l => l.Dados.Causa),
            GravacaoUrl = Primeiro(l => l.Dados.GravacaoUrl),
            Bina = Primeiro(l => l.Dados.Bina),
            Preco = Primeiro(l => l.Dados.Preco),
            Fonte = lidas.Where(l => l.Dados.Encerrada).Select(l => l.Fonte).DefaultIfEmpty(FonteDaLeitura.Webhook).Max(),
            PrimeiraRecebidaEm = ouvidaEm,
            FimRecebidoEm = fimOuvidoEm,
        };
        return relato with { Conversa = relato.Conversa ?? relato.DaRespostaAoFim };
    }

    // The answer from one reading, the end from another.
    private int? DaRespostaAoFim =>
        Atendida == Atendimento.Sim && FimEm - AtendidaEm is { } conversa ? Math.Max(0, (int)Math.Round(conversa.TotalSeconds)) : null;

    // The list outranks webhooks, but not by a row that has not been counted yet.
    private static LidaDoProvedor[] QuemContou(LidaDoProvedor[] lidas)
    {
        var webhooks = Array.FindAll(lidas, l => l.Fonte == FonteDaLeitura.Webhook);
        return lidas is [{ PorContar: true }, ..] && Array.Exists(webhooks, l => l.Atendida == Atendimento.Sim) ? webhooks : lidas;
    }
}
