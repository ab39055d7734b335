using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Quadros;

public sealed record CartaoDaOportunidade(
    Guid Id,
    Guid EtapaId,
    string Titulo,
    decimal Valor,
    DateTimeOffset NaEtapaDesde,
    DateTimeOffset? EncerradaEm,
    string Contato,
    string? Empresa,
    string? Telefone,
    Guid ResponsavelId,
    string Posicao,
    string? ProximoPasso,
    DateOnly? ProximoPassoEm,
    UltimaLigacao? UltimaLigacao)
{
    /// <summary>Who asked its responsável for it.</summary>
    public Guid? PedidaPorId { get; init; }

    public Guid ContatoId { get; init; }

    public DateTimeOffset AtualizadaEm { get; init; }
}

/// <summary>What became of the last call to this opportunity: what the line did, and what the rep made of it.</summary>
public sealed record UltimaLigacao(DateTimeOffset InicioEm, StatusDaLigacao Status, DirecaoDaLigacao Direcao, string? Resultado)
{
    /// <summary>Who talks, or rings; null for calls of a ramal that is nobody's.</summary>
    public Guid? PessoaId { get; init; }

    public DateTimeOffset? AtendidaEm { get; init; }

    public DateTimeOffset UltimoSinalEm { get; init; }

    public bool Atendida => Status == StatusDaLigacao.Atendida;

    /// <summary>Tells card.css which icon, in which colour.</summary>
    public string Tipo => this switch
    {
        { Direcao: DirecaoDaLigacao.Saida, Atendida: true } => "feita",
        { Direcao: DirecaoDaLigacao.Saida } => "tentada",
        { Atendida: true } => "recebida",
        _ => "perdida",
    };

    /// <summary>Who is on the telephone right now; a call whose page has gone silent is not going on.</summary>
    public Guid? NaLinha(DateTimeOffset agora) => Status == StatusDaLigacao.EmAndamento && UltimoSinalEm > agora - Ligacao.VivaAte ? PessoaId : null;

    public string Texto => this switch
    {
        { Resultado: { } resultado } => resultado,
        { Direcao: DirecaoDaLigacao.Saida } => Formato.Status(Status),
        { Atendida: true } => "Ligou e foi atendido",
        _ => "Ligou e não foi atendido",
    };
}
