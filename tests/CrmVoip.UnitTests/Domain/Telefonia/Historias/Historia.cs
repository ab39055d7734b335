using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;

namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

/// <summary>One call as it truly was, in seconds by the true clock.</summary>
public sealed record Chamada(Passo Passo, int Indice, double Clique, double Convite, double? Atendida, double FimNoNavegador, double Fim)
{
    public Guid LigacaoId => new(Indice, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public Guid RegistroId => new(Indice, 2, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public bool Viva => Passo.Fim == FimVisto.Viva;

    public double Conversa => Atendida is { } de ? Fim - de : 0;

    public string Gravacao => $"https://listener.example/{Indice}.mp3";

    public StatusDaLigacao Status => Passo.Desfecho switch
    {
        Desfecho.Atendida => StatusDaLigacao.Atendida,
        Desfecho.Ocupado => StatusDaLigacao.Ocupado,
        Desfecho.SemResposta => StatusDaLigacao.NaoAtendida,
        Desfecho.Cancelada => StatusDaLigacao.Cancelada,
        _ => StatusDaLigacao.Recusada,
    };
}

/// <summary>A provider's record as we know it, and the call it truly is.</summary>
public sealed record Registro(Chamada Chamada, IReadOnlyList<LeituraDoProvedor> Leituras)
{
    public Guid Id => Chamada.RegistroId;

    public RelatoDoProvedor Relato { get; } = RelatoDoProvedor.De(Leituras);

    /// <summary>The call of ours it truly is; null for one made outside.</summary>
    public Guid? Verdade => Chamada.Passo.NoCrm ? Chamada.LigacaoId : null;
}

/// <summary>What a browser knows of its call.</summary>
public sealed record NoNavegador(Chamada Chamada, LigacaoNoRamal Ligacao, IReadOnlyList<LigacaoEvento> Eventos)
{
    public ModoDeDiscagem Modo => Ligacao.PeloDiscador ? ModoDeDiscagem.Dialer : ModoDeDiscagem.Sip;
}

/// <summary>A stretch of one ramal's life: the truth, and the facts of it that reached us.</summary>
public sealed record Historia(
    IReadOnlyList<NoNavegador> Ligacoes,
    IReadOnlyList<Registro> Registros,
    TimeSpan Relogio,
    TimeSpan? RelogioConhecido,
    int Mistura,
    Func<double, Historia> Ate)
{
    /// <summary>Outbound records only: nothing else is paired.</summary>
    public IEnumerable<Registro> DeSaida => Registros.Where(r => !r.Relato.Entrada);

    public RegistroNoRamal[] RegistrosNoRamal => [.. DeSaida.Select(r => RegistroNoRamal.De(r.Id, r.Relato))];

    public LigacaoNoRamal[] LigacoesNoRamal => [.. Ligacoes.Select(l => l.Ligacao)];

    public Dictionary<Guid, Casado> Casar() =>
        CasamentoDeRegistros.Casar(RegistrosNoRamal, LigacoesNoRamal, RelogioConhecido).ToDictionary(c => c.RegistroId);

    public Registro? Vinculado(NoNavegador ligacao, IReadOnlyDictionary<Guid, Casado> casados) =>
        Registros.SingleOrDefault(r => casados.TryGetValue(r.Id, out var c) && c.LigacaoId == ligacao.Ligacao.Id);

    /// <summary>The call with the record that is linked to it, its times corrected as the product does.</summary>
    public ProjecaoDaLigacao Projetar(NoNavegador ligacao, IReadOnlyDictionary<Guid, Casado> casados)
    {
        var registro = Vinculado(ligacao, casados);
        var relato = registro?.Relato;
        var adiantado = registro is null ? null : casados[registro.Id].Adiantado ?? (relato?.InicioEm - ligacao.Ligacao.EsperadaEm);
        return ProjecaoDaLigacao.De(ligacao.Eventos, relato, ligacao.Modo, RelogioDoProvedor.Correcao(adiantado));
    }

    /// <summary>The same facts in another order, each said twice.</summary>
    public Historia Misturada(int sal)
    {
        T[] Misturar<T>(IEnumerable<T> itens, Func<T, Guid> id) => [.. itens.OrderBy(i => unchecked((id(i).GetHashCode() * 397) ^ (Mistura + sal)) % 1009)];
        return this with
        {
            Ligacoes = Misturar(Ligacoes.Select(l => l with { Eventos = [.. Misturar(l.Eventos, e => e.Id), .. l.Eventos] }), l => l.Ligacao.Id),
            Registros = Misturar(Registros.Select(r => new Registro(r.Chamada, [.. Misturar(r.Leituras, l => l.Id), .. r.Leituras])), r => r.Id),
        };
    }
}
