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
    UltimaLigacao? UltimaLigacao);

/// <summary>What became of the last call to this opportunity: what the line did, and what the rep made of it.</summary>
public sealed record UltimaLigacao(DateTimeOffset InicioEm, StatusDaLigacao Status, DirecaoDaLigacao Direcao, string? Resultado)
{
    public bool Atendida => Status == StatusDaLigacao.Atendida;

    /// <summary>Tells card.css which icon, in which colour.</summary>
    public string Tipo => this switch
    {
        { Direcao: DirecaoDaLigacao.Saida, Atendida: true } => "feita",
        { Direcao: DirecaoDaLigacao.Saida } => "tentada",
        { Atendida: true } => "recebida",
        _ => "perdida",
    };

    public string Texto => this switch
    {
        { Resultado: { } resultado } => resultado,
        { Direcao: DirecaoDaLigacao.Saida } => Formato.Status(Status),
        { Atendida: true } => "Ligou e foi atendido",
        _ => "Ligou e não foi atendido",
    };
}
