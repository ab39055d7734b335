namespace CrmVoip.Domain.Atividades;

/// <summary>Fields of a row were changed: their names.</summary>
public interface IEdicaoDeCampos
{
    public IReadOnlyList<string> Campos { get; }
}
