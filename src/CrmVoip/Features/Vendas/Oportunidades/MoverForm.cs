namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Where a card was dropped, and where the person saw it before: somebody else may have moved it since.</summary>
public sealed record MoverForm(Guid EtapaId, Guid? DepoisDe, Guid? AntesDe, Guid EtapaVista, string? PosicaoVista)
{
    public Movimento Movimento => new(EtapaId) { DepoisDe = DepoisDe, AntesDe = AntesDe, EtapaVista = EtapaVista, PosicaoVista = PosicaoVista };
}

/// <summary>The card after the move, and the new totals of the stages it touched, ready to be shown.</summary>
public sealed record CartaoMovido(string Posicao, IReadOnlyList<TotaisDaEtapa> Totais);

public sealed record TotaisDaEtapa(Guid EtapaId, string Quantidade, string Soma);
