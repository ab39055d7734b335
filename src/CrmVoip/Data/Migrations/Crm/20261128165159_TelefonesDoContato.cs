using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Several telephones a contact, each wrong, or not to be called.</summary>
    public partial class TelefonesDoContato : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "numeros",
                table: "contatos",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<bool>(
                name: "telefones_prontos",
                table: "contatos",
                type: "boolean",
                nullable: false,
                defaultValueSql: "false");

            migrationBuilder.CreateTable(
                name: "telefones_do_contato",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contato_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordem = table.Column<int>(type: "integer", nullable: false),
                    numero = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    texto = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tipo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    principal = table.Column<bool>(type: "boolean", nullable: false),
                    errado = table.Column<bool>(type: "boolean", nullable: false),
                    nao_ligar = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_telefones_do_contato", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_telefones_do_contato_tipo", "tipo in ('celular', 'trabalho', 'casa', 'outro')");
                    table.ForeignKey(
                        name: "fk_telefones_do_contato_contatos_organizacao_id_contato_id",
                        columns: x => new { x.organizacao_id, x.contato_id },
                        principalTable: "contatos",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_telefones_do_contato_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contatos_sem_telefones",
                table: "contatos",
                columns: new[] { "organizacao_id", "id" },
                filter: "not telefones_prontos");

            migrationBuilder.CreateIndex(
                name: "ix_telefones_do_contato_organizacao_id_contato_id_ordem",
                table: "telefones_do_contato",
                columns: new[] { "organizacao_id", "contato_id", "ordem" });

            migrationBuilder.CreateIndex(
                name: "ix_telefones_do_contato_organizacao_id_numero",
                table: "telefones_do_contato",
                columns: new[] { "organizacao_id", "numero" });

            migrationBuilder.IsolarPorOrganizacao("telefones_do_contato");
            migrationBuilder.Conceder("crm_app", "select, insert, update, delete", "telefones_do_contato");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "telefones_do_contato");

            migrationBuilder.DropIndex(
                name: "ix_contatos_sem_telefones",
                table: "contatos");

            migrationBuilder.DropColumn(
                name: "numeros",
                table: "contatos");

            migrationBuilder.DropColumn(
                name: "telefones_prontos",
                table: "contatos");
        }
    }
}
