using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Domain.Telefonia;

/// <summary>One reading, understood: possible times, whether it knows of an answer, talk time.</summary>
/// <param name="leitura">The reading.</param>
/// <param name="ouvidaEm">When the call was first heard of.</param>
/// <param name="fimOuvidoEm">When its end was first heard of.</param>
internal sealed class LidaDoProvedor(LeituraDoProvedor leitura, DateTimeOffset ouvidaEm, DateTimeOffset? fimOuvidoEm)
{
    // A destination this short is a ramal, not a telephone.
    private const int DigitosDoRamal = 6;

    public DadosDaLeitura Dados { get; } = leitura.Dados;

    public FonteDaLeitura Fonte { get; } = leitura.Fonte;

    public DateTimeOffset RecebidaEm { get; } = leitura.RecebidaEm;

    public TemposPossiveis Tempos { get; } = TemposPossiveis.De(
        leitura.Dados, ouvidaEm, leitura.Dados.Encerrada && fimOuvidoEm is { } fim ? fim : leitura.RecebidaEm);

    /// <summary>A row of the list that was read before the talk was counted: its zero says less than an answer that another source saw.</summary>
    public bool PorContar => Fonte == FonteDaLeitura.Lista && Duracao == 0 && !CausaDoProvedor.NegaAtendimento(Dados.Causa);

    public string? Ramal => this switch
    {
        { Dados.Entrada: false } => Dados.De,
        { Dados.Para: { Length: <= DigitosDoRamal } ramal } => ramal,
        _ => null,
    };

    public string? Contraparte => Dados.Entrada ? Dados.De : Dados.Para;

    public Atendimento Atendida => this switch
    {
        { Tempos.AtendidaEm: not null } or { Fonte: FonteDaLeitura.Webhook, Dados.Encerrada: false } => Atendimento.Sim,
        { Dados.Encerrada: false } => Atendimento.Desconhecido,
        { Fonte: FonteDaLeitura.Lista } => PelaDuracao(),
        { Dados.AtendidaIlegivel: true } or { Dados.AtendidaEm: not null } => PelaDuracao(),
        _ => NinguemAtendeu(),
    };

    public int? Conversa => this switch
    {
        { Fonte: FonteDaLeitura.Lista } => Duracao,
        { Tempos: { AtendidaEm: { } atendida, FimEm: { } fim } } => Math.Max(0, (int)Math.Round((fim - atendida).TotalSeconds)),
        { Dados.Encerrada: true, Atendida: not Atendimento.Nao } => Duracao,
        _ => null,
    };

    private int? Duracao => Tempos.Conversa(Dados.Duracao);

    // A row of the list has talk time and no answer time. Talk that its own cause denies is nobody's word alone.
    private Atendimento PelaDuracao() => Duracao switch
    {
        > 0 => CausaDoProvedor.NegaAtendimento(Dados.Causa) ? Atendimento.Desconhecido : Atendimento.Sim,
        0 => NinguemAtendeu(),
        _ => CausaDoProvedor.NegaAtendimento(Dados.Causa) ? Atendimento.Nao : Atendimento.Desconhecido,
    };

    // A cause nobody knows says nothing about an answer.
    private Atendimento NinguemAtendeu() =>
        CausaDoProvedor.Conhecida(Dados.Causa) ? Atendimento.Nao : Atendimento.Desconhecido;
}
