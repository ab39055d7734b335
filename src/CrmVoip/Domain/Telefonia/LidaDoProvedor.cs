using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Domain.Telefonia;

/// <summary>One reading, understood: possible times, whether it knows of an answer, talk time.</summary>
internal sealed class LidaDoProvedor(LeituraDoProvedor leitura)
{
    // A destination this short is a ramal, not a telephone.
    private const int DigitosDoRamal = 6;

    public DadosDaLeitura Dados { get; } = leitura.Dados;

    public FonteDaLeitura Fonte { get; } = leitura.Fonte;

    public DateTimeOffset RecebidaEm { get; } = leitura.RecebidaEm;

    public TemposPossiveis Tempos { get; } = TemposPossiveis.De(leitura.Dados, leitura.RecebidaEm);

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
        { Fonte: FonteDaLeitura.Lista } => Dados.Duracao,
        { Tempos: { AtendidaEm: { } atendida, FimEm: { } fim } } => Math.Max(0, (int)Math.Round((fim - atendida).TotalSeconds)),
        { Dados.Encerrada: true, Atendida: not Atendimento.Nao } => Dados.Duracao,
        _ => null,
    };

    // A row of the list has talk time and no answer time. Talk that its own cause denies is nobody's word alone.
    private Atendimento PelaDuracao() => Dados.Duracao switch
    {
        > 0 => CausaDoProvedor.NegaAtendimento(Dados.Causa) ? Atendimento.Desconhecido : Atendimento.Sim,
        0 => NinguemAtendeu(),
        _ => CausaDoProvedor.NegaAtendimento(Dados.Causa) ? Atendimento.Nao : Atendimento.Desconhecido,
    };

    // A cause nobody knows says nothing about an answer.
    private Atendimento NinguemAtendeu() =>
        CausaDoProvedor.Conhecida(Dados.Causa) ? Atendimento.Nao : Atendimento.Desconhecido;
}
